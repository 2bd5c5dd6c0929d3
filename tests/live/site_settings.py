"""The tests' settings with the few pages of tests/live/site.py."""

import os

from config.settings.test import *  # noqa: F403
from config.settings.test import channel_layers

ROOT_URLCONF = "tests.live.site"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
CHANNEL_LAYERS = channel_layers(os.environ.get("LIVE_REDIS_URL", ""), prefix="live")
RAATI_LIVE_SOCKETS_PER_ADDRESS = 0
if os.environ.get("LIVE_LOOK_SECONDS"):
    RAATI_LIVE_LOOK_SECONDS = float(os.environ["LIVE_LOOK_SECONDS"])
