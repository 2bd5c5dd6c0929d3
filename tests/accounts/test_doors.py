"""No sign-in form but one."""

import base64
from collections.abc import Iterator

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import LoginView
from django.core import mail
from django.urls import get_resolver
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from .conftest import PASSWORD, is_signed_in

DOORS = ["/admin/login/", "/fi/_util/login/", "/sv/_util/login/", "/en/_util/login/"]


@pytest.mark.parametrize("door", DOORS)
def test_wagtails_own_forms_sign_nobody_in(client, staff, door):
    fields = {"username": staff.email, "email": staff.email, "password": PASSWORD}
    answer = client.post(door, fields)
    assert answer.status_code == 302
    assert "/accounts/login/" in answer.url
    assert not is_signed_in(client)


@pytest.mark.parametrize("door", DOORS)
def test_the_way_back_survives_the_detour(client, db, door):
    assert "next=/admin/pages/" in client.get(f"{door}?next=/admin/pages/").url


@pytest.mark.parametrize("page", ["", "done/", "complete/", "confirm/MQ/x-y/"])
def test_the_administrations_password_reset_does_not_exist(client, staff, page):
    address = f"/admin/password_reset/{page}"
    assert client.get(address, follow=True).status_code == 404
    assert client.post(address, {"email": staff.email}, follow=True).status_code == 404
    assert not mail.outbox


def test_a_valid_token_of_that_reset_opens_nothing(client, staff):
    uid = urlsafe_base64_encode(force_bytes(staff.pk))
    token = default_token_generator.make_token(staff)
    path = f"/admin/password_reset/confirm/{uid}/{token}/"
    for address in (path, path.replace(token, "set-password")):
        client.get(address, follow=True)
        passwords = {"new_password1": "x" * 20, "new_password2": "x" * 20}
        assert client.post(address, passwords, follow=True).status_code == 404
    staff.refresh_from_db()
    assert staff.check_password(PASSWORD)


def test_the_administrations_account_page_changes_neither_password_nor_address(client, staff):
    client.force_login(staff)
    html = client.get("/admin/account/").content.decode()
    assert "password" not in html.split("<form", 1)[1].split("</form", 1)[0].lower()
    client.post(
        "/admin/account/",
        {
            "name_email-email": "varas@example.org",
            "password-old_password": PASSWORD,
            "password-new_password1": "varkaan salasana",
            "password-new_password2": "varkaan salasana",
            "locale-preferred_language": "sv",
            "theme-theme": "system",
            "theme-density": "default",
            "theme-contrast": "system",
            "theme-keyboard_shortcuts": "on",
        },
    )
    staff.refresh_from_db()
    assert staff.email == "viestinta@example.org"
    assert staff.check_password(PASSWORD)


def test_no_password_travels_in_a_header(client, staff):
    basic = base64.b64encode(f"{staff.email}:{PASSWORD}".encode()).decode()
    answer = client.get("/admin/api/main/pages/", headers={"Authorization": f"Basic {basic}"})
    assert answer.status_code == 302


def views(patterns: list, prefix: str = "") -> Iterator[tuple[str, object]]:
    for each in patterns:
        path = prefix + str(each.pattern)
        if hasattr(each, "url_patterns"):
            yield from views(each.url_patterns, path)
        else:
            yield path, getattr(each.callback, "view_class", None)


def test_every_view_that_takes_a_password_is_known():
    """A new package may bring a sign-in form of its own: then this list changes on purpose."""
    found = {
        path.removeprefix("fi/")
        for path, view in views(get_resolver().url_patterns)
        if isinstance(view, type) and issubclass(view, LoginView)
    }
    # Both stand behind the redirection of the same address.
    assert found == {"admin/login/", "_util/login/"}
