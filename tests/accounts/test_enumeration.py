"""Nobody learns from this site who has an account."""

import random
import re
import time
from statistics import median

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core import mail
from django.core.cache import cache
from django.test import Client

from .conftest import PASSWORD

WAYS = {
    "sign up": ("/fi/accounts/signup/", "email", {"password1": PASSWORD}),
    "sign in": ("/fi/accounts/login/", "login", {"password": "väärin meni"}),
    "code": ("/fi/accounts/login/code/", "email", {}),
    "reset": ("/fi/accounts/password/reset/", "email", {}),
}
KNOWN, UNKNOWN = "asukas@example.org", "eikukaan@example.org"


def pages(way: str, email: str) -> list[tuple]:
    """What a visitor sees who goes this way: status, address and text of each page."""
    cache.clear()
    address, field, rest = WAYS[way]
    browser = Client()
    answer = browser.post(address, {field: email, **rest})
    seen = [answer]
    if answer.status_code == 302:
        seen.append(browser.get(answer.url))
        seen.append(browser.post(answer.url, {"code": "111-222-333"}))
        cache.clear()
        seen.append(browser.post(answer.url, {"action": "resend"}))
    return [
        (each.status_code, each.headers.get("Location"), neutral(each.content.decode(), email))
        for each in seen
    ]


def neutral(html: str, email: str) -> str:
    html = html.replace(email, "ADDRESS")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)


@pytest.mark.parametrize("way", WAYS)
def test_known_and_unknown_addresses_meet_the_same_pages(resident, way):
    assert pages(way, KNOWN) == pages(way, UNKNOWN)


@pytest.mark.parametrize("way", ["sign up", "code", "reset"])
def test_known_and_unknown_addresses_cost_one_mail_each_time(resident, way):
    counts = []
    for email in (KNOWN, UNKNOWN):
        mail.outbox.clear()
        pages(way, email)
        counts.append(len(mail.outbox))
        assert {address for message in mail.outbox for address in message.to} == {email}
    assert counts[0] == counts[1] >= 1


@pytest.mark.parametrize("way", ["sign up", "sign in"])
def test_known_and_unknown_addresses_cost_one_password_hash(resident, way, monkeypatch):
    from django.contrib.auth.hashers import MD5PasswordHasher

    counts = []
    original = MD5PasswordHasher.encode
    calls = []
    monkeypatch.setattr(
        MD5PasswordHasher,
        "encode",
        lambda self, *args: calls.append(1) or original(self, *args),
    )
    for email in (KNOWN, UNKNOWN):
        calls.clear()
        address, field, rest = WAYS[way]
        Client().post(address, {field: email, **rest})
        counts.append(len(calls))
    assert counts[0] == counts[1] == 1


class QuickerHasher(PBKDF2PasswordHasher):
    """Slow enough to outweigh the rest of a request several times."""

    iterations = 200_000


@pytest.mark.parametrize("way", WAYS)
def test_known_and_unknown_addresses_take_as_long(resident, way, settings):
    """Within a quarter: one password hash or one mail more would double the time.

    `tests/soak` measures what a patient watch could tell.
    """
    settings.PASSWORD_HASHERS = [f"{__name__}.QuickerHasher"]
    resident.set_password(PASSWORD)
    resident.save()
    address, field, rest = WAYS[way]
    times = {True: [], False: []}
    for number in range(-2, 12):
        for known in random.sample((True, False), 2):
            cache.clear()
            email = KNOWN if known else f"ei{number}{UNKNOWN}"
            started = time.process_time()
            Client().post(address, {field: email, **rest})
            if number >= 0:
                times[known].append(time.process_time() - started)
    ones, others = median(times[True]), median(times[False])
    assert abs(ones - others) < 0.25 * max(ones, others)
