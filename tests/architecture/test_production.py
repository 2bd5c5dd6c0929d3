"""Production refuses to start unsafely (O17), each fault with a sentence that names it."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured

from config import checks
from demo.cast import ACCOUNTS

from . import house

SAFE = {
    "SECRET_KEY": "k7Jq2vX9wLp4RtZ8mNc3YbH6sDf1GaUeQoWiVxTr5KlBz0",
    "ALLOWED_HOSTS": "osallistu.example.org",
    "BASE_URL": "https://osallistu.example.org",
    "DATABASE_URL": "postgres://raati@db.example.org/raati",
    "REDIS_URL": "redis://redis.example.org:6379/0",
    "EMAIL_URL": "smtp+tls://user:pass@mail.example.org:587",
    "DEFAULT_FROM_EMAIL": "osallistu@example.org",
}
SAFE["SECRET_KEY"] += "Hd7pQ2"
SAFE["RAATI_IDENTITY_KEY"] = SAFE["SECRET_KEY"][::-1]


def start(**changes: str | None) -> subprocess.CompletedProcess:
    """Import the production settings in a process of its own; None leaves a variable out."""
    environment = {**SAFE, **changes}
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import config.settings.production as s; print('STARTS', s.SESSION_COOKIE_NAME)",
        ],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(house.ROOT), str(house.ROOT / "site")]),
            **{k: v for k, v in environment.items() if v is not None},
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_safe_environment_starts():
    done = start()
    assert done.stdout == "STARTS __Host-sessionid\n", done.stderr


FAULTS = {
    "no key": ({"SECRET_KEY": None}, "SECRET_KEY is not set"),
    "a short key": ({"SECRET_KEY": "abc123"}, "SECRET_KEY must be"),
    "a repetitive key": ({"SECRET_KEY": "ab" * 40}, "SECRET_KEY must be"),
    "the demo's key": (
        {"SECRET_KEY": "demo-only-key-that-protects-nothing-of-value-at-all-really"},
        "SECRET_KEY is one that comes with",
    ),
    "debugging": ({"DEBUG": "true"}, "DEBUG must be off"),
    "no hosts": ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS is not set"),
    "open hosts": ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must list names"),
    "plain http": ({"BASE_URL": "http://osallistu.example.org"}, "BASE_URL must be"),
    "this machine": ({"BASE_URL": "https://localhost"}, "BASE_URL must be"),
    "SQLite": ({"DATABASE_URL": "sqlite:////tmp/raati.sqlite3"}, "DATABASE_URL must name"),
    "no database": ({"DATABASE_URL": None}, "DATABASE_URL must name"),
    "no Redis": ({"REDIS_URL": None}, "REDIS_URL is not set"),
    "one process's memory": ({"REDIS_URL": None}, "CHANNEL_LAYERS must go through Redis"),
    "mail to the console": ({"EMAIL_URL": None}, "EMAIL_URL is not set"),
    "mail in clear": ({"EMAIL_URL": "smtp://mail.example.org:25"}, "EMAIL_URL must use"),
    "no sender": ({"DEFAULT_FROM_EMAIL": None}, "DEFAULT_FROM_EMAIL is not set"),
    "no key for identities": ({"RAATI_IDENTITY_KEY": None}, "RAATI_IDENTITY_KEY is not set"),
    "a short key for identities": ({"RAATI_IDENTITY_KEY": "abc"}, "RAATI_IDENTITY_KEY must be"),
    "the demo's key for identities": (
        {"RAATI_IDENTITY_KEY": "demo-only-key-for-identities-and-then-some-more-of-it"},
        "RAATI_IDENTITY_KEY is one that comes",
    ),
    "one key for both": (
        {"RAATI_IDENTITY_KEY": SAFE["SECRET_KEY"]},
        "RAATI_IDENTITY_KEY must not be SECRET_KEY",
    ),
    "no file of services": ({"IDENTITY_SERVICES": "/no/such.toml"}, "cannot be read"),
    "the demo": ({"RAATI_DEMO": "true"}, "RAATI_DEMO and the app `demo`"),
}


@pytest.mark.parametrize(("changes", "sentence"), FAULTS.values(), ids=list(FAULTS))
def test_production_refuses_to_start_with(changes, sentence):
    done = start(**changes)
    assert done.returncode != 0
    assert "STARTS" not in done.stdout
    assert sentence in done.stderr


def test_one_start_tells_every_fault():
    done = start(DEBUG="true", ALLOWED_HOSTS="*", REDIS_URL=None)
    for word in ("DEBUG", "ALLOWED_HOSTS", "REDIS_URL"):
        assert f"- {word}" in done.stderr


def test_production_demands_the_second_factor_of_staff():
    values = {name: getattr(settings, name) for name in dir(settings) if name.isupper()}
    values["MIDDLEWARE"] = [m for m in values["MIDDLEWARE"] if m != checks.MFA_MIDDLEWARE]
    assert any(checks.MFA_MIDDLEWARE in fault for fault in checks.faults(values))


@pytest.mark.django_db(transaction=True)
def test_production_refuses_a_database_with_demo_accounts(settings):
    settings.RAATI_DEMO = False
    checks.refuse_demo_accounts()
    get_user_model().objects.create(email=next(iter(ACCOUNTS)))
    with pytest.raises(ImproperlyConfigured, match="demo accounts"):
        checks.refuse_demo_accounts()
