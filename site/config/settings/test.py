"""The test suite: SQLite in a file unless DATABASE_URL says otherwise."""

from pathlib import Path

from .base import *
from .base import VAR_DIR, database, env

TEST_DIR = Path(env("RAATI_TEST_DIR", default=str(VAR_DIR / "test")))
TEST_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = "test-only-key"  # noqa: S105
ALLOWED_HOSTS = ["*"]
DATABASES = {"default": database(f"sqlite:///{TEST_DIR / 'db.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, so that threads and a live server see one database.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
INSTALLED_APPS = [*INSTALLED_APPS, "demo"]
MEDIA_ROOT = TEST_DIR / "media"
RAATI_PRIVATE_ROOT = TEST_DIR / "private"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": []}}
# Nothing runs by itself in the middle of a test.
RAATI_SOON_QUEUE = ""
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
RAATI_IDENTITY_KEY = "test-only-key-for-identities"
RAATI_DEMO = True
RAATI_STAFF_MFA = False
# What a test has just changed is seen at once; tests/core/test_moments.py turns it on.
RAATI_MOMENT_SECONDS = 0

# Parallel workers share one Redis: clearing a cache empties a whole database
# there, and channels are common to all of them.
WORKER = env("PYTEST_XDIST_WORKER", default="gw0").removeprefix("gw")
if REDIS_URL:
    head, _slash, number = REDIS_URL.rpartition("/")
    REDIS_URL = f"{head}/{int(number) + int(WORKER)}"
    CACHES = caches(REDIS_URL)
    CHANNEL_LAYERS = channel_layers(REDIS_URL, prefix=f"test{WORKER}")
