"""Signing in, staying in, and leaving nothing behind."""

import pytest
from django.core import mail
from django.test import Client

from .conftest import PASSWORD, is_signed_in, mailed_code, sign_in
from .test_sign_up import CONFIRM_CODE, REQUEST_CODE

RESET = "/fi/accounts/password/reset/"


def ask_for_code(client, **fields):
    return client.post(REQUEST_CODE, {"email": "asukas@example.org", **fields})


def test_the_address_without_a_language_takes_address_and_password(client, resident):
    client.post("/accounts/login/", {"login": resident.email, "password": PASSWORD})
    assert is_signed_in(client)


def test_a_wrong_password_does_not_sign_in(client, resident):
    answer = sign_in(client, resident.email, "väärin väärin")
    assert answer.status_code == 200
    assert not is_signed_in(client)


def test_a_mailed_code_signs_in(client, resident):
    ask_for_code(client)
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    assert is_signed_in(client)


def test_a_mailed_code_returns_to_the_act(client, resident):
    page = ask_for_code(client, next="/fi/ideat/1/")
    answer = client.post(page.url, {"code": mailed_code()})
    assert answer.url == "/fi/ideat/1/"


def test_coming_back_to_the_sign_in_page_keeps_the_code_and_the_way_back(client, resident):
    ask_for_code(client)
    answer = client.get("/fi/accounts/login/?next=/fi/ideat/1/")
    assert answer.url == f"{CONFIRM_CODE}?next=/fi/ideat/1/"


def test_a_code_signs_in_once(client, resident):
    ask_for_code(client)
    code = mailed_code()
    client.post(CONFIRM_CODE, {"code": code})
    client.post("/fi/accounts/logout/")
    client.post(CONFIRM_CODE, {"code": code})
    assert not is_signed_in(client)


def test_a_closed_account_does_not_open(client, resident):
    resident.is_active = False
    resident.save()
    sign_in(client, resident.email)
    assert not is_signed_in(client)


def test_a_forgotten_password_is_replaced_with_a_code_and_the_act_goes_on(client, resident):
    page = client.post(RESET, {"email": resident.email, "next": "/fi/ideat/1/"})
    page = client.post(page.url, {"code": mailed_code()})
    answer = client.post(page.url, {"password1": "toinen pitkä salasana"})
    assert answer.url == "/fi/ideat/1/"
    assert is_signed_in(client)
    resident.refresh_from_db()
    assert resident.check_password("toinen pitkä salasana")


def test_signing_in_keeps_what_the_visitor_had_typed(client, resident):
    session = client.session
    session["raati_drafts"] = {"idea": "Talvikirjasto"}
    session.save()
    sign_in(client, resident.email)
    assert client.session["raati_drafts"] == {"idea": "Talvikirjasto"}


def test_signing_in_changes_the_session_key(client, resident):
    session = client.session
    session["raati_drafts"] = {}
    session.save()
    before = session.session_key
    sign_in(client, resident.email)
    assert client.session.session_key != before


def test_signing_out_leaves_nothing_typed_behind(client, resident):
    sign_in(client, resident.email)
    session = client.session
    session["raati_drafts"] = {"idea": "Salaisuus"}
    session.save()
    client.post("/fi/accounts/logout/")
    assert "raati_drafts" not in client.session


def test_the_next_person_at_the_browser_gets_none_of_the_first_ones_texts(client, resident, staff):
    sign_in(client, resident.email)
    session = client.session
    session["raati_drafts"] = {"idea": "Salaisuus"}
    session.save()
    client.force_login(staff)
    assert "raati_drafts" not in client.session


def test_signing_out_takes_a_post(client, resident):
    sign_in(client, resident.email)
    client.get("/fi/accounts/logout/")
    assert is_signed_in(client)


def test_no_device_remembers_unless_asked_to(client, resident):
    sign_in(client, resident.email)
    assert client.session.get_expire_at_browser_close()


def test_a_device_remembers_a_password_sign_in_when_asked_to(client, resident):
    sign_in(client, resident.email, remember="on")
    assert not client.session.get_expire_at_browser_close()


def test_a_device_remembers_a_code_sign_in_when_asked_to(client, resident):
    ask_for_code(client, remember="on")
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    assert not client.session.get_expire_at_browser_close()


def test_other_devices_are_signed_out_at_once(resident):
    here, there = Client(), Client()
    sign_in(here, resident.email)
    sign_in(there, resident.email)
    here.post("/fi/accounts/sessions/")
    assert there.get("/fi/accounts/").status_code == 302
    assert here.get("/fi/accounts/").status_code == 200


def test_a_new_password_signs_out_other_devices_and_tells_the_owner(resident):
    here, there = Client(), Client()
    sign_in(here, resident.email)
    sign_in(there, resident.email)
    here.post(
        "/fi/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "toinen pitkä salasana"},
    )
    assert there.get("/fi/accounts/").status_code == 302
    assert here.get("/fi/accounts/").status_code == 200
    assert mail.outbox[-1].to == [resident.email]


@pytest.mark.parametrize("password", ["lyhyt", "12345678901", "password123", "asukas@example.org"])
def test_weak_passwords_are_refused_with_a_reason(client, db, password):
    answer = client.post(
        "/fi/accounts/signup/", {"email": "asukas@example.org", "password1": password}
    )
    assert answer.context["form"].errors["password1"]


def test_the_address_changes_only_after_proof_of_identity_and_a_code(client, resident):
    sign_in(client, resident.email)
    answer = client.post("/fi/accounts/email/", {"email": "Uusi@Example.org", "action_add": ""})
    assert answer.url.startswith("/fi/accounts/reauthenticate/")
    assert not mail.outbox
    answer = client.post(answer.url, {"password": PASSWORD})
    assert mail.outbox[-1].to == ["uusi@example.org"]
    client.post("/fi/accounts/confirm-email/", {"code": mailed_code()})
    resident.refresh_from_db()
    assert resident.email == "uusi@example.org"
    assert mail.outbox[-1].to == ["asukas@example.org"]


def test_without_a_password_identity_is_proved_by_a_code(client, resident):
    resident.set_unusable_password()
    resident.save()
    ask_for_code(client)
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    make_session_old(client)
    answer = client.get("/fi/accounts/password/set/")
    assert answer.url.startswith("/fi/accounts/reauthenticate/code/")
    client.post(answer.url, {"send": "1"})
    answer = client.post(answer.url, {"code": mailed_code()})
    assert answer.url == "/fi/accounts/password/set/"
    assert client.get(answer.url).status_code == 200


def test_a_stolen_old_session_without_a_password_cannot_set_one(client, resident):
    resident.set_unusable_password()
    resident.save()
    ask_for_code(client)
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    make_session_old(client)
    client.post("/fi/accounts/password/set/", {"password1": "varkaan oma salasana"})
    resident.refresh_from_db()
    assert not resident.has_usable_password()


def test_a_stolen_old_session_cannot_add_a_passkey_or_an_app(client, resident):
    sign_in(client, resident.email)
    for address in ("webauthn/add/", "totp/activate/", "recovery-codes/generate/"):
        answer = client.get(f"/fi/accounts/2fa/{address}")
        assert answer.url.startswith("/fi/accounts/reauthenticate/")


def make_session_old(client):
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
