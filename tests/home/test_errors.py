"""Pages for what went wrong: in the site's look, in the right language, without a database."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, OperationalError, connection
from django.test import Client
from django.utils import translation
from django.views.defaults import permission_denied

from participation.core.outage import server_error


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


@pytest.fixture
def away(db):
    """A database that does not answer, and a browser that gets pages instead of exceptions."""

    def broken(*args, **kwargs):
        raise OperationalError("the server closed the connection")

    with connection.execute_wrapper(broken):
        yield Client(raise_request_exception=False, headers={"origin": "http://testserver"})


def test_while_the_database_is_away_a_page_says_that_it_passes(away):
    answer = away.get("/sv/hyvinvointi/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "no-store" in answer["Cache-Control"]
    assert '<html lang="sv"' in answer.content.decode()
    assert 'href="/sv/hyvinvointi/"' in answer.content.decode()


def test_what_was_typed_comes_back_to_be_sent_again(away):
    typed = {"title": "Penkki <rantaan>", "key": "abc123def456", "password": "salainen"}
    answer = away.post("/fi/hyvinvointi/puistot/new/", typed)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert 'action="/fi/hyvinvointi/puistot/new/"' in page
    assert "Penkki &lt;rantaan&gt;" in page
    assert 'value="abc123def456"' in page
    assert 'name="csrfmiddlewaretoken"' in page
    assert "salainen" not in page


def test_what_another_site_sent_is_not_offered_again(away):
    answer = away.post(
        "/fi/hyvinvointi/puistot/new/",
        {"title": "Penkki"},
        headers={"origin": "https://evil.example"},
    )
    assert answer.status_code == 503
    assert "Penkki" not in answer.content.decode()


def test_our_own_mistakes_are_no_outage(rf):
    try:
        raise ValueError("ours")
    except ValueError:
        answer = server_error(rf.get("/fi/"))
    assert answer.status_code == 500
