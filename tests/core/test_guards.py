"""How often somebody may act: strict for one, wide for a school, and never without a limit."""

import base64
import json

import altcha
import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core import signing
from django.test import RequestFactory

from participation.core import clock, conf, guarded_forms, guards, proofs


def request_from(address: str = "192.0.2.1", user=None):
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    request.user = user or AnonymousUser()
    request.session = SessionStore()
    return request


def attempts(make, most: int) -> int:
    """How many of them are taken before the first refusal."""
    for number in range(most):
        try:
            guards.require_rate(make(number), "tests.act")
        except guards.TooMany:
            return number
    return most


@pytest.fixture(autouse=True)
def _plain_addresses(monkeypatch):
    monkeypatch.setattr(guards, "_read_address", guards._from_connection)


def test_one_visitor_s_session_is_limited(settings):
    settings.RAATI_GUEST_HOURLY = 3
    same = request_from()
    assert attempts(lambda number: same, 10) == 3


def test_two_hundred_pupils_at_one_address_are_not():
    assert attempts(lambda number: request_from("192.0.2.7"), 200) == 200


def test_more_than_any_school_from_one_address_is(settings):
    settings.RAATI_GUESTS_HOURLY = 5
    assert attempts(lambda number: request_from("192.0.2.7"), 10) == 5


@pytest.mark.django_db
def test_a_person_is_limited_wherever_they_sit(settings, user):
    settings.RAATI_PERSON_HOURLY, settings.RAATI_NEW_ACCOUNT_HOURS = 4, 0
    assert attempts(lambda number: request_from(f"192.0.2.{number}", user), 10) == 4


@pytest.mark.django_db
def test_a_new_account_has_few_acts_in_all(settings, user):
    settings.RAATI_NEW_ACCOUNT_ACTS = 2
    assert attempts(lambda number: request_from(user=user), 10) == 2
    user.date_joined = clock.now().replace(year=2020)
    assert attempts(lambda number: request_from(user=user), 10) == 10


def test_the_addresses_of_one_household_are_one_source():
    mark = guards.source_mark
    assert mark(request_from("2001:db8::1")) == mark(request_from("2001:db8::ffff:2"))
    assert mark(request_from("2001:db8::1")) != mark(request_from("2001:db8:0:1::1"))
    assert mark(request_from("192.0.2.1")) != mark(request_from("192.0.2.2"))


def test_a_source_tells_no_address():
    assert "192" not in guards.source_mark(request_from("192.0.2.1"))[:3]
    assert len(guards.source_mark(request_from("no address at all"))) == 32


def solved(**changed) -> str:
    asked = proofs.challenge()
    number = altcha.solve_challenge_v1(
        asked["challenge"], asked["salt"], "SHA-256", asked["maxNumber"], 0
    ).number
    answer = {key: asked[key] for key in ("algorithm", "challenge", "salt", "signature")}
    return base64.b64encode(json.dumps({**answer, "number": number, **changed}).encode()).decode()


@pytest.fixture
def little_work(settings):
    settings.RAATI_PROOF_WORK = 50


def test_a_proof_works_once(little_work):
    proof = solved()
    assert proofs.is_proof(proof)
    assert not proofs.is_proof(proof)


@pytest.mark.parametrize(
    "changed",
    [
        {"number": 51},
        {"signature": "0" * 64},
        {"salt": "abc&"},
        {"salt": ["x"]},
        {"algorithm": "MD5"},
        {"challenge": None},
        {"number": {"a": 1}},
    ],
)
def test_a_forged_proof_does_not(little_work, changed):
    assert not proofs.is_proof(solved(**changed))


@pytest.mark.parametrize(
    "payload", ["", "x", "bnVsbA==", "W10=", "e30=", "Ind3dyI=", "å" * 20, "A" * 5_000]
)
def test_bytes_that_are_no_proof_are_no_error(payload):
    assert not proofs.is_proof(payload)


def test_a_proof_ages(little_work, monkeypatch):
    proof = solved()
    monkeypatch.setattr("altcha.v1.time.time", lambda: clock.glance().timestamp() + 3_601)
    assert not proofs.is_proof(proof)


def form(seconds: float | None = 60, **given: str) -> guarded_forms.GuardedForm:
    """A form that was opened so many seconds ago."""
    if seconds is not None:
        since = clock.glance().timestamp() - seconds
        given["opened"] = signing.dumps(since, salt=guarded_forms.SALT)
    return guarded_forms.GuardedForm(given)


@pytest.mark.parametrize(
    ("made", "is_valid"),
    [
        (lambda: form(), True),
        (lambda: form(1), False),
        (lambda: form(None), False),
        (lambda: form(None, opened="forged"), False),
        (lambda: form(website="https://example.org"), False),
    ],
)
def test_what_only_programs_do_is_not_taken(made, is_valid):
    assert made().is_valid() == is_valid


def is_taken(request, made) -> bool:
    assert made.is_valid()
    try:
        guarded_forms.require_human(request, made)
    except guards.TooMany:
        return False
    return True


def test_with_a_proof_nobody_waits(little_work):
    assert is_taken(request_from(), form(4, proof=solved()))


def test_without_scripts_a_slow_hand_is_enough_for_a_while(settings):
    settings.RAATI_SLOW_HOURLY = 2
    assert not is_taken(request_from("192.0.2.9"), form(4))
    assert is_taken(request_from("192.0.2.9"), form(30))
    assert not is_taken(request_from("192.0.2.9"), form(30))
    assert is_taken(request_from("192.0.2.10"), form(30))


def test_a_form_that_is_shown_again_keeps_its_time():
    shown = form(30)
    assert shown.opened_value == shown.data["opened"]
    assert form(None, opened="forged").opened_value != "forged"


def test_the_limits_leave_room_for_a_school():
    pupils = 200
    assert pupils * 2 <= conf.get("GUESTS_HOURLY")
    assert pupils * conf.get("NEW_ACCOUNT_ACTS") <= conf.get("SOURCE_HOURLY")
