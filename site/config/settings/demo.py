"""`make demo`: the whole suite on one machine with nothing to install around it."""

from pathlib import Path

from .base import *
from .base import VAR_DIR, database, env

DEMO_DIR = Path(env("RAATI_DEMO_DIR", default=str(VAR_DIR / "demo")))
SECRET_KEY = env("SECRET_KEY", default="demo-only-key-that-protects-nothing-of-value")
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database(f"sqlite:///{DEMO_DIR / 'db.sqlite3'}")}
MEDIA_ROOT = DEMO_DIR / "media"
RAATI_PRIVATE_ROOT = DEMO_DIR / "private"
INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DEMO_DIR / "mail"
# Passkeys want a secure origin; localhost counts as one only when said so.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
WHITENOISE_USE_FINDERS = True
RAATI_IDENTITY_KEY = env("RAATI_IDENTITY_KEY", default="demo-only-key-for-identities")
RAATI_DEMO = True
# Visibly so: a notice stands on every page of the administration.
RAATI_STAFF_MFA = env.bool("RAATI_STAFF_MFA", default=False)
# Everybody who looks at the demonstration shares its accounts: one person's limits do not fit.
RAATI_NEW_ACCOUNT_HOURS = 0
RAATI_PERSON_HOURLY = 100_000
