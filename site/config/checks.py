"""What production refuses to start with: one sentence each, naming the variable."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from . import identity

MINIMUM_KEY_LENGTH = 50
GIVEN_AWAY_KEYS = ("demo", "test", "insecure", "change", "secret")
MFA_MIDDLEWARE = "accounts.middleware.StaffSecondFactor"


def faults(settings: Mapping[str, Any]) -> Iterator[str]:
    """Every reason why these settings are not safe to serve the public with."""
    yield from _secrets(settings)
    yield from _addresses(settings)
    yield from _services(settings)
    yield from _mail(settings)
    yield from _identities(settings)
    if settings.get("RAATI_DEMO") or "demo" in settings["INSTALLED_APPS"]:
        yield "RAATI_DEMO and the app `demo` are for demonstrations: remove both."
    if MFA_MIDDLEWARE not in settings["MIDDLEWARE"]:
        yield f"MIDDLEWARE must contain {MFA_MIDDLEWARE}: staff sign in with a second factor."


def _secrets(settings: Mapping[str, Any]) -> Iterator[str]:
    key = settings["SECRET_KEY"]
    if not key:
        yield "SECRET_KEY is not set."
    elif len(key) < MINIMUM_KEY_LENGTH or len(set(key)) < 10:
        yield f"SECRET_KEY must be at least {MINIMUM_KEY_LENGTH} random characters."
    elif key.lower().startswith(GIVEN_AWAY_KEYS) or "django-insecure" in key:
        yield "SECRET_KEY is one that comes with the software: make your own."
    if settings["DEBUG"]:
        yield "DEBUG must be off: it shows settings and code to visitors."


def _addresses(settings: Mapping[str, Any]) -> Iterator[str]:
    hosts = settings["ALLOWED_HOSTS"]
    if not hosts:
        yield "ALLOWED_HOSTS is not set: list the names this site answers to."
    elif any(host in ("*", ".") or host.startswith("*") for host in hosts):
        yield "ALLOWED_HOSTS must list names, not `*`."
    base = urlsplit(settings["BASE_URL"])
    if base.scheme != "https" or not base.hostname:
        yield "BASE_URL must be the site's public address and start with https://."
    elif base.hostname in ("localhost", "127.0.0.1"):
        yield "BASE_URL must be the site's public address, not this machine's."


def _services(settings: Mapping[str, Any]) -> Iterator[str]:
    if "postgresql" not in settings["DATABASES"]["default"]["ENGINE"]:
        yield "DATABASE_URL must name a PostgreSQL database: SQLite is for demonstrations."
    if not settings["REDIS_URL"]:
        yield "REDIS_URL is not set: live updates and rate limits need it over several processes."
    if "InMemory" in settings["CHANNEL_LAYERS"]["default"]["BACKEND"]:
        yield "CHANNEL_LAYERS must go through Redis (REDIS_URL): memory is one process's own."
    if "locmem" in settings["CACHES"]["default"]["BACKEND"]:
        yield "CACHES must go through Redis (REDIS_URL): rate limits count over all processes."


def _mail(settings: Mapping[str, Any]) -> Iterator[str]:
    backend = settings["EMAIL_BACKEND"]
    if not backend.endswith("smtp.EmailBackend") and "django.core.mail" in backend:
        yield "EMAIL_URL is not set to a mail server: sign-in codes would go nowhere."
    elif (
        backend == "django.core.mail.backends.smtp.EmailBackend"
        and not (settings.get("EMAIL_USE_TLS") or settings.get("EMAIL_USE_SSL"))
        and settings.get("EMAIL_HOST") not in ("localhost", "127.0.0.1", "::1")
    ):
        yield "EMAIL_URL must use smtp+tls:// or smtp+ssl://: sign-in codes travel in it."
    if settings["DEFAULT_FROM_EMAIL"].endswith("@localhost"):
        yield "DEFAULT_FROM_EMAIL is not set: use an address that people can answer to."


def _identities(settings: Mapping[str, Any]) -> Iterator[str]:
    key = settings["RAATI_IDENTITY_KEY"]
    if not key:
        yield "RAATI_IDENTITY_KEY is not set: people who were verified are known by it."
    elif len(key) < MINIMUM_KEY_LENGTH or len(set(key)) < 10:
        yield f"RAATI_IDENTITY_KEY must be at least {MINIMUM_KEY_LENGTH} random characters."
    elif key.lower().startswith(GIVEN_AWAY_KEYS):
        yield "RAATI_IDENTITY_KEY is one that comes with the software: make your own."
    elif key == settings["SECRET_KEY"]:
        yield "RAATI_IDENTITY_KEY must not be SECRET_KEY: the one stays when the other changes."
    yield from identity.faults(settings["IDENTITY_SERVICES"])


def refuse_unsafe(settings: Mapping[str, Any]) -> None:
    """ImproperlyConfigured with every fault found, so that one start tells them all."""
    found = list(faults(settings))
    if found:
        raise ImproperlyConfigured(
            "Raati does not start in production like this:\n- " + "\n- ".join(found)
        )


def refuse_demo_accounts() -> None:
    """ImproperlyConfigured while an account with the published password can sign in.

    Asks the database, so it runs after the apps are ready: from wsgi.py and asgi.py.
    A database that is away or empty refuses no start; nobody can sign in then either.
    """
    from django.conf import settings

    if settings.RAATI_DEMO:
        return
    # In a thread: uvicorn imports the application inside its event loop, where
    # Django asks no database.
    with ThreadPoolExecutor(max_workers=1) as thread:
        found = thread.submit(_has_demo_accounts).result()
    if found:
        raise ImproperlyConfigured(
            "Raati does not start in production like this:\n"
            "- DATABASE_URL names a database with demo accounts, whose password is published."
        )


def _has_demo_accounts() -> bool:
    from django.contrib.auth import get_user_model
    from django.db import DatabaseError, connection

    from demo.cast import ACCOUNTS

    users = get_user_model().objects.filter(email__in=list(ACCOUNTS), is_active=True)
    try:
        return users.exists()
    except DatabaseError:
        return False
    finally:
        connection.close()
