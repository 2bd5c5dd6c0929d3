"""Making an account: an address, a password, a code, and back to the act."""

from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache

from .conftest import PASSWORD, is_signed_in, mailed_code, sign_in

SIGN_UP = "/fi/accounts/signup/"
CONFIRM = "/fi/accounts/confirm-email/"
REQUEST_CODE = "/fi/accounts/login/code/"
CONFIRM_CODE = "/fi/accounts/login/code/confirm/"


def sign_up(client, email="uusi@example.org", **fields):
    return client.post(SIGN_UP, {"email": email, "password1": PASSWORD, **fields})


def test_signing_up_asks_only_for_an_address_a_password_and_a_childs_word(client, db):
    fields = client.get(SIGN_UP).context["form"].fields
    assert list(fields) == ["email", "password1", "is_child"]
    assert not fields["is_child"].required


def test_a_new_account_is_not_signed_in_before_the_code(client, db):
    sign_up(client)
    assert not is_signed_in(client)


def test_the_code_verifies_the_address_and_signs_in(client, db):
    sign_up(client)
    client.post(CONFIRM, {"code": mailed_code()})
    assert is_signed_in(client)
    assert EmailAddress.objects.get(email="uusi@example.org").verified


def test_the_code_can_be_typed_without_its_dashes(client, db):
    sign_up(client)
    client.post(CONFIRM, {"code": mailed_code().replace("-", " ")})
    assert is_signed_in(client)


def test_signing_up_returns_to_the_act(client, db):
    page = sign_up(client, next="/sv/idetavla/ny/?tema=parker")
    answer = client.post(page.url, {"code": mailed_code()})
    assert answer.url == "/sv/idetavla/ny/?tema=parker"


def test_what_the_visitor_typed_before_survives_signing_up(client, db):
    session = client.session
    session["raati_drafts"] = {"idea": "Penkkejä puistoon"}
    session.save()
    sign_up(client)
    client.post(CONFIRM, {"code": mailed_code()})
    assert client.session["raati_drafts"] == {"idea": "Penkkejä puistoon"}


def test_three_wrong_codes_void_the_right_one(client, db):
    sign_up(client)
    code = mailed_code()
    for _attempt in range(3):
        client.post(CONFIRM, {"code": "000-000-000"})
    client.post(CONFIRM, {"code": code})
    assert not is_signed_in(client)


def test_wrong_codes_do_not_lose_the_way_back(client, db):
    page = sign_up(client, next="/fi/ideat/uusi/")
    for _attempt in range(3):
        answer = client.post(page.url, {"code": "000-000-000", "next": "/fi/ideat/uusi/"})
    assert answer.url == "/fi/accounts/login/?next=/fi/ideat/uusi/"


def test_a_code_works_only_in_the_browser_that_asked(client, db):
    sign_up(client)
    other = type(client)()
    other.post(CONFIRM, {"code": mailed_code()})
    assert not is_signed_in(other)


def test_a_code_is_sent_again_on_request(client, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"confirm_email": "10/s/key"}
    sign_up(client)
    client.post(CONFIRM, {"action": "resend"})
    assert len(mail.outbox) == 2
    client.post(CONFIRM, {"code": mailed_code()})
    assert is_signed_in(client)


def test_forged_fields_are_ignored(client, db):
    sign_up(client, is_staff="1", is_superuser="1", is_active="0", date_joined="1999-01-01")
    user = get_user_model().objects.get(email="uusi@example.org")
    assert (user.is_staff, user.is_superuser, user.is_active) == (False, False, True)


def test_signing_up_twice_makes_one_account(client, db):
    sign_up(client)
    sign_up(type(client)())
    assert get_user_model().objects.count() == 1


def test_sending_the_form_twice_leads_to_the_same_page(client, db):
    assert sign_up(client).url == sign_up(client).url


def test_a_stranger_who_took_the_address_first_keeps_no_way_in(client, db):
    sign_up(type(client)(), email="oma@example.org")
    client.post(REQUEST_CODE, {"email": "oma@example.org"})
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    assert is_signed_in(client)
    stranger = type(client)()
    sign_in(stranger, "oma@example.org")
    assert not is_signed_in(stranger)


def test_ones_own_password_holds_when_the_code_comes_later(client, db):
    sign_up(client)
    cache.clear()  # ten seconds later
    later = type(client)()
    sign_in(later, "uusi@example.org")
    later.post(CONFIRM, {"code": mailed_code()})
    assert is_signed_in(later)
    assert get_user_model().objects.get().has_usable_password()


def test_a_person_made_by_the_command_line_can_sign_in_at_once(client, db):
    get_user_model().objects.create_superuser("ylla@example.org", PASSWORD)
    sign_in(client, "ylla@example.org")
    assert is_signed_in(client)
