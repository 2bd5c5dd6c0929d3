"""Any bytes in, a kind answer out: never a server error."""

import json

import pytest

from .conftest import PASSWORD, sign_in
from .test_sign_up import sign_up

NASTY = [
    "\x00",
    "a\x00b@example.org",
    "\ud800",
    "\u202e\u200b",
    "ı@example.org",
    "İ@example.org",
    "ﬁ@example.org",
    "x" * 100_000,
    "a@" + "b." * 500 + "fi",
    "a@[127.0.0.1]",
    '"a b"@example.org',
    "a@xn--\u0130.fi",
    "a@xn--a.fi",
    "a@\u0301.fi",
    "\u0301" * 200 + "@example.org",
    "a\r\nBcc: b@example.org",
    "{{7*7}}{% debug %}",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "-1",
    "1e400000",
    "١٢٣",
    "[" * 20_000,
    "null",
    "[]",
    '{"a": NaN}',
    '{"id": 1, "response": []}',
    '{"response": {"userHandle": "MQ"}}',
    '{"response": [], "id": "AA", "rawId": "AA", "type": "public-key"}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA",'
    ' "attestationObject": "AA", "authenticatorData": "AA", "signature": "AA",'
    ' "userHandle": "/w"}, "clientExtensionResults": 7}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30",'
    ' "attestationObject": "oA", "authenticatorData": "' + "A" * 80 + '", "signature": "AA",'
    ' "userHandle": "enp6enp6enp6enp6enp6"}}',
]
VISITORS_FORMS = [
    ("/fi/accounts/login/", ["login", "password", "next", "remember"]),
    ("/fi/accounts/signup/", ["email", "password1", "next"]),
    ("/fi/accounts/login/code/", ["email", "next"]),
    ("/fi/accounts/password/reset/", ["email", "next"]),
    ("/fi/accounts/2fa/webauthn/login/", ["credential", "next"]),
    ("/fi/accounts/confirm-email/", ["code", "action", "next"]),
    ("/fi/accounts/logout/", ["next"]),
]
MEMBERS_FORMS = [
    ("/fi/accounts/email/", ["email", "action_add", "action_remove", "action_primary"]),
    ("/fi/accounts/password/change/", ["oldpassword", "password1"]),
    ("/fi/accounts/reauthenticate/", ["password", "next"]),
    ("/fi/accounts/reauthenticate/code/", ["code", "send"]),
    ("/fi/accounts/2fa/totp/activate/", ["code"]),
    ("/fi/accounts/2fa/webauthn/add/", ["name", "credential", "passwordless"]),
    ("/fi/accounts/2fa/webauthn/reauthenticate/", ["credential"]),
    ("/fi/accounts/2fa/webauthn/99999999999999999999999/remove/", ["next"]),
    ("/fi/accounts/sessions/", ["x"]),
    ("/fi/accounts/3rdparty/", ["account"]),
]


@pytest.fixture(autouse=True)
def _no_limits(settings):
    settings.ACCOUNT_RATE_LIMITS = False
    settings.MFA_RATE_LIMITS = False


def urlencoded(value: str) -> str:
    return value.encode("utf-8", "surrogatepass").decode("latin-1")


def attack(client, address, fields):
    for number, value in enumerate(NASTY):
        data = {field: urlencoded(value) for field in fields}
        assert client.post(address, data).status_code < 500, (address, value[:40])
        if number % 4 == 0:
            assert client.get(address, data).status_code < 500, (address, value[:40])


@pytest.mark.parametrize(("address", "fields"), VISITORS_FORMS)
def test_visitors_forms_bear_anything(client, resident, address, fields):
    attack(client, address, fields)


@pytest.mark.parametrize(("address", "fields"), MEMBERS_FORMS)
def test_members_forms_bear_anything(client, resident, address, fields):
    sign_in(client, resident.email)
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    attack(client, address, fields)


@pytest.mark.parametrize("value", NASTY)
def test_a_code_bears_anything(client, db, value):
    sign_up(client)
    data = {"code": urlencoded(value)}
    assert client.post("/fi/accounts/confirm-email/", data).status_code < 500


@pytest.mark.parametrize("body", [b"\xff\xfe", b"login=%ED%A0%80&password=%00", b"=&=&=", b"%"])
def test_undecodable_bodies_are_no_error(client, db, body):
    answer = client.post(
        "/fi/accounts/login/", body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code < 500


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=", "x/y"])
def test_a_lying_content_type_is_no_error(client, db, kind):
    assert client.post("/fi/accounts/login/", b"--x\r\n", content_type=kind).status_code < 500


def test_json_instead_of_a_form_is_no_error(client, db):
    body = json.dumps({"login": ["x"], "password": {"a": 1}})
    answer = client.post("/fi/accounts/login/", body, content_type="application/json")
    assert answer.status_code < 500


def test_repeated_fields_are_no_error(client, resident):
    fields = {"login": [resident.email, "x"], "password": ["x", PASSWORD]}
    assert client.post("/fi/accounts/login/", fields).status_code < 500
