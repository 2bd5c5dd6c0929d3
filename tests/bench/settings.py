"""Production's settings for measuring over plain HTTP on one machine.

Everything that costs time or guards something is as in production. Only what
forces TLS is off: the load generator speaks clear text and sends cookies as told.
"""

from config.settings.production import *

SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
# A load as of thousands comes from one address here.
RAATI_SOURCE_HOURLY = RAATI_PERSON_HOURLY = 10**9
RAATI_NEW_ACCOUNT_HOURS = 0
