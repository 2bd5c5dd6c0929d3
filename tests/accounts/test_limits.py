"""Guessing is slow, whatever a guesser sends along."""

import pytest
from django.core import mail

from .conftest import is_signed_in, sign_in
from .test_sign_up import REQUEST_CODE

DODGES = ["X-Forwarded-For", "X_Forwarded_For", "Forwarded", "X-Real-IP", "CF-Connecting-IP"]


def guess(client, email, times, header=None):
    for number in range(times):
        headers = {header: f"198.51.100.{number}"} if header else {}
        answer = sign_in(client, email, f"arvaus numero {number}", headers=headers)
    return answer


def is_limited(answer) -> bool:
    if answer.status_code == 429:
        return True
    form = answer.context and answer.context.get("form")
    errors = form.errors.as_data().values() if form else []
    return any(each.code == "too_many_login_attempts" for error in errors for each in error)


@pytest.mark.parametrize("header", [None, *DODGES])
def test_the_sixth_guess_for_one_address_is_limited_whatever_the_header(client, resident, header):
    assert not is_limited(guess(client, resident.email, 5, header))
    assert is_limited(guess(client, resident.email, 1, header))


@pytest.mark.parametrize("header", [None, *DODGES])
def test_guessing_over_many_addresses_is_limited_by_connection(client, db, settings, header):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {
        "login_failed": "8/m/ip,5/300s/key"
    }
    for number in range(9):
        headers = {header: f"198.51.100.{number}"} if header else {}
        answer = sign_in(client, f"joku{number}@example.org", "arvaus", headers=headers)
    assert is_limited(answer)


def test_even_the_right_password_waits_then(client, resident):
    guess(client, resident.email, 5)
    sign_in(client, resident.email)
    assert not is_signed_in(client)


def test_a_limited_address_still_opens_with_a_mailed_code(client, resident):
    guess(client, resident.email, 6)
    client.post(REQUEST_CODE, {"email": resident.email})
    assert len(mail.outbox) == 1


def test_a_success_does_not_clear_the_counter(client, resident):
    guess(client, resident.email, 4)
    sign_in(client, resident.email)
    assert is_signed_in(client)
    other = type(client)()
    guess(other, resident.email, 1)
    assert is_limited(guess(other, resident.email, 1))


def test_one_addresss_limit_leaves_others_alone(client, resident, staff):
    guess(client, resident.email, 6)
    sign_in(client, staff.email)
    assert is_signed_in(client)


def test_two_spellings_of_an_address_share_a_limit(client, resident):
    guess(client, resident.email.upper(), 3)
    guess(client, f" {resident.email}", 2)
    assert is_limited(guess(client, "ａsukas@example.org", 1))


def test_behind_a_proxy_its_own_entry_counts_and_the_visitors_does_not(client, db, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login_failed": "3/m/ip"}
    for number in range(4):
        answer = sign_in(
            client,
            f"joku{number}@example.org",
            "arvaus",
            headers={"X-Forwarded-For": f"198.51.100.{number}, 203.0.113.7"},
        )
    assert is_limited(answer)
    neighbour = sign_in(
        client, "x@example.org", "arvaus", headers={"X-Forwarded-For": "203.0.113.8"}
    )
    assert not is_limited(neighbour)


@pytest.mark.parametrize("value", ["", "x", "203.0.113.7", ",,,", "a" * 9000, "::1%lo", "[::1]:99"])
def test_a_strange_header_is_no_error_behind_two_proxies(client, resident, settings, value):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 2
    sign_in(client, resident.email, headers={"X-Forwarded-For": value})
    assert is_signed_in(client)


def test_codes_for_one_address_are_limited(client, resident):
    for _each in range(5):
        type(client)().post(REQUEST_CODE, {"email": resident.email})
    assert len(mail.outbox) == 3


def test_a_limited_visitor_gets_a_page_that_says_what_to_do(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"login": "1/m/ip"}
    guess(client, "x@example.org", 1)
    answer = guess(client, "x@example.org", 1)
    assert answer.status_code == 429
    assert "<h1>" in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
