"""Pages for what went wrong: in the site's look, in the right language, without a database."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import translation
from django.views.defaults import permission_denied, server_error


@pytest.mark.parametrize(("language", "home"), [("fi", "/fi/"), ("sv", "/sv/"), ("en", "/en/")])
def test_a_missing_page_is_told_in_the_reader_s_language(language, home, tree, noon, client):
    answer = client.get(f"/{language}/ei-ole/")
    html = answer.content.decode()
    assert answer.status_code == 404
    assert f'<html lang="{language}"' in html
    assert f'href="{home}"' in html
    assert "Kuparila" in html
    assert not answer.cookies


def test_a_forbidden_page_offers_to_sign_in(tree, noon, rf):
    request = rf.get("/fi/")
    with translation.override("fi"):
        answer = permission_denied(request, PermissionDenied())
    assert answer.status_code == 403
    assert b"/accounts/login/" in answer.content


def test_a_breakdown_is_told_without_the_database(db, rf, monkeypatch):
    def broken(*args, **kwargs):
        raise DatabaseError("gone")

    with connection.execute_wrapper(broken), translation.override("sv"):
        answer = server_error(rf.get("/sv/"))
    assert answer.status_code == 500
    assert b'<html lang="sv"' in answer.content
    assert b'href="/sv/"' in answer.content


def test_an_address_without_a_language_is_a_404_too(tree, noon):
    assert Client().get("/wp-login.php").status_code == 404
