"""Production's settings for measuring over plain HTTP on one machine.

Everything that costs time or guards something is as in production. Only what
forces TLS is off: the load generator speaks clear text and sends cookies as told.
"""

from config.settings.production import *

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
