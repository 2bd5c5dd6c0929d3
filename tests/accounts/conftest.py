"""People with accounts, and what the tests of signing in do over and over."""

import re
import time

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from tests.ideas.conftest import town as board  # noqa: F401 - a place to take part in

PASSWORD = "sorsat uivat lammella"


@pytest.fixture
def resident(db):
    return get_user_model().objects.create_verified("asukas@example.org", PASSWORD)


@pytest.fixture
def staff(db):
    return get_user_model().objects.create_superuser("viestinta@example.org", PASSWORD)


@pytest.fixture
def strict(settings):
    """As in production: staff need a second factor."""
    settings.RAATI_STAFF_MFA = True
    settings.RAATI_DEMO = False


def sign_in(client: Client, email: str, password: str = PASSWORD, headers=None, **fields):
    return client.post(
        "/fi/accounts/login/",
        {"login": email, "password": password, **fields},
        headers=headers or {},
    )


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def mailed_code(index: int = -1) -> str:
    """The code in the last mail."""
    found = re.search(r"^ +(\d{3}-\d{3}-\d{3})$", mail.outbox[index].body, re.MULTILINE)
    assert found, mail.outbox[index].body
    return found.group(1)


def with_app(user) -> str:
    """Give the user an authenticator app and return its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def app_code(secret: str) -> str:
    counter = int(time.time()) // 30
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def with_recovery_codes(user) -> list[str]:
    return RecoveryCodes.activate(user).get_unused_codes()
