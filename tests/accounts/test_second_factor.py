"""Nobody works in the administration on the strength of a password alone."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.urls import reverse

from accounts import checks

from .conftest import (
    PASSWORD,
    app_code,
    is_signed_in,
    mailed_code,
    sign_in,
    with_app,
    with_recovery_codes,
)

MFA = "/fi/accounts/2fa/authenticate/"


def sign_in_with_app(client, user, secret):
    sign_in(client, user.email)
    return client.post(MFA, {"code": app_code(secret)})


@pytest.fixture
def editor(db):
    """Staff by permission only, as communications staff are."""
    user = get_user_model().objects.create_verified("toimittaja@example.org", PASSWORD)
    group = Group.objects.create(name="Toimittajat")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    return user


INSIDE = [
    "/admin/",
    "/admin/pages/",
    "/admin/api/main/pages/",
    "/admin/account/",
    "/admin/users/",
    "/admin/reports/site-history/",
    "/admin/tag-autocomplete/?term=a",
    "/admin/choose-page/",
    "/admin/jsi18n/",
    "/admin/nonsense/",
]


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("path", INSIDE)
def test_a_password_alone_opens_no_page_of_the_administration(client, staff, path):
    client.force_login(staff)
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.url.startswith("/fi/accounts/second-factor/?next=/admin/")
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("path", INSIDE)
def test_a_password_alone_writes_nothing_in_the_administration(client, staff, path):
    client.force_login(staff)
    assert client.post(path, {"email": "x"}).status_code == 403


@pytest.mark.usefixtures("strict")
def test_a_script_gets_a_refusal_instead_of_a_page(client, staff):
    client.force_login(staff)
    answer = client.get("/admin/api/main/pages/", headers={"X-Requested-With": "XMLHttpRequest"})
    assert answer.status_code == 403


@pytest.mark.usefixtures("strict")
def test_the_permission_to_enter_demands_the_second_factor_as_the_flag_does(client, editor):
    client.force_login(editor)
    assert client.get("/admin/").url.startswith("/fi/accounts/second-factor/")


@pytest.mark.usefixtures("strict")
def test_residents_are_not_asked_for_a_second_factor(client, resident):
    client.force_login(resident)
    assert client.get("/fi/accounts/").status_code == 200
    assert client.get("/admin/").url.startswith("/fi/accounts/login/")


@pytest.mark.usefixtures("strict")
def test_staff_without_one_are_shown_how_to_set_it_up(client, staff):
    client.force_login(staff)
    answer = client.get("/fi/accounts/second-factor/?next=/admin/pages/")
    assert reverse("mfa_add_webauthn") in answer.content.decode()


@pytest.mark.usefixtures("strict")
def test_staff_with_one_are_asked_to_confirm_with_it_and_come_back(client, staff):
    client.force_login(staff)
    secret = with_app(staff)
    answer = client.get("/fi/accounts/second-factor/?next=/admin/account/")
    assert answer.url.startswith("/fi/accounts/2fa/reauthenticate/")
    answer = client.post(answer.url, {"code": app_code(secret)})
    assert answer.url == "/admin/account/"
    assert client.get("/admin/account/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_a_code_from_the_app_opens_the_administration(client, staff):
    sign_in_with_app(client, staff, with_app(staff))
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_the_same_code_does_not_open_twice(client, staff):
    secret = with_app(staff)
    code = app_code(secret)
    sign_in(client, staff.email)
    client.post(MFA, {"code": code})
    other = type(client)()
    sign_in(other, staff.email)
    other.post(MFA, {"code": code})
    assert not is_signed_in(other)


@pytest.mark.usefixtures("strict")
def test_a_recovery_code_opens_the_administration_once(client, staff):
    with_app(staff)
    code = with_recovery_codes(staff)[0]
    sign_in(client, staff.email)
    client.post(MFA, {"code": code})
    assert client.get("/admin/").status_code == 200
    other = type(client)()
    sign_in(other, staff.email)
    other.post(MFA, {"code": code})
    assert not is_signed_in(other)


@pytest.mark.usefixtures("strict")
def test_the_second_step_returns_to_the_act(client, staff):
    secret = with_app(staff)
    sign_in(client, staff.email, next="/admin/reports/site-history/")
    answer = client.post(MFA, {"code": app_code(secret)})
    assert answer.url == "/admin/reports/site-history/"


@pytest.mark.usefixtures("strict")
def test_whoever_only_knows_the_password_cannot_set_up_the_second_factor(client, staff):
    sign_in(client, staff.email)
    assert not is_signed_in(client)
    client.post("/fi/accounts/login/code/confirm/", {"code": mailed_code()})
    assert is_signed_in(client)


@pytest.mark.usefixtures("strict", "transactional_db")
def test_setting_up_the_app_opens_the_administration_in_that_session(client, staff):
    sign_in(client, staff.email)
    client.post("/fi/accounts/login/code/confirm/", {"code": mailed_code()})
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    client.get("/fi/accounts/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    client.post("/fi/accounts/2fa/totp/activate/", {"code": app_code(secret)})
    assert client.get("/admin/").status_code == 200


@pytest.mark.usefixtures("strict")
def test_staff_cannot_remove_their_last_second_factor(client, staff):
    sign_in_with_app(client, staff, with_app(staff))
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/fi/accounts/2fa/totp/deactivate/")
    assert Authenticator.objects.filter(user=staff).exists()


@pytest.mark.usefixtures("strict")
def test_residents_can_remove_theirs_and_are_told_by_mail(client, resident):
    sign_in_with_app(client, resident, with_app(resident))
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    client.post("/fi/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=resident).exists()
    assert mail.outbox[-1].to == [resident.email]


@pytest.mark.usefixtures("strict")
def test_proof_of_another_user_of_the_browser_does_not_count(client, staff, resident):
    sign_in_with_app(client, resident, with_app(resident))
    session = client.session
    records = session["account_authentication_methods"]
    client.force_login(staff)
    session = client.session
    session["account_authentication_methods"] = records
    session.save()
    assert client.get("/admin/").status_code == 302


def test_the_demonstration_lets_staff_in_and_says_so_on_every_page(client, staff):
    client.force_login(staff)
    for path in ("/admin/", "/admin/reports/site-history/"):
        assert "no-second-factor" in client.get(path).content.decode()


def test_the_waiver_holds_only_in_the_demonstration(client, staff, settings):
    settings.RAATI_DEMO = False
    client.force_login(staff)
    assert client.get("/admin/").status_code == 302
    assert [error.id for error in checks.staff_need_a_second_factor()] == ["accounts.E001"]


def test_djangos_own_admin_is_a_fault(monkeypatch):
    monkeypatch.setattr(checks.settings, "INSTALLED_APPS", ["django.contrib.admin"])
    assert [error.id for error in checks.no_second_login_form()] == ["accounts.E002"]
