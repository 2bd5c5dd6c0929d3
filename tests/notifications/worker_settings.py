"""The tests' settings for a mail worker in a process of its own."""

from config.settings.test import *  # noqa: F403
from config.settings.test import env

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = env.int("MAIL_PORT")
EMAIL_TIMEOUT = 5
# What a killed worker had taken is taken up again soon.
RAATI_MAIL_LEASE_SECONDS = 0.5
