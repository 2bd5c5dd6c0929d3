"""The same project with the packages about people beside the others."""

from bare.settings import *  # noqa: F403
from bare.settings import INSTALLED_APPS

ROOT_URLCONF = "bare.whole_urls"
INSTALLED_APPS = [
    "participation.processes",
    "participation.moderation",
    "participation.notifications",
    "participation.people",
    *INSTALLED_APPS,
    "participation.wiring",
]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LOGIN_URL = "/admin/login/"
