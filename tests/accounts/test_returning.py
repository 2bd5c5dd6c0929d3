"""Back to the act, and nowhere else."""

import pytest
from django.test import Client

from accounts.returning import is_own_path

from .conftest import is_signed_in, mailed_code, sign_in
from .test_sign_up import CONFIRM_CODE, REQUEST_CODE

FOREIGN = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "http:///evil.example",
    "%2f%2fevil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/\x00/evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "//testserver@evil.example",
    "http://testserver/fi/",
    "http://localhost:8000/fi/",
    "/" + "a" * 3000,
    "",
]


@pytest.mark.parametrize("url", FOREIGN)
def test_a_foreign_address_is_no_own_path(url):
    assert not is_own_path(url)


@pytest.mark.parametrize(
    "url", ["/", "/fi/ideat/?teema=puistot&sivu=2#idea", "/sv/idéer/", "/%2f%2fevil.example"]
)
def test_a_path_of_this_site_is_one(url):
    assert is_own_path(url)


@pytest.mark.parametrize("url", FOREIGN)
def test_signing_in_never_leads_away(client, resident, url):
    answer = sign_in(client, resident.email, next=url)
    assert answer.url == "/"


@pytest.mark.parametrize("url", FOREIGN)
def test_a_code_never_leads_away(client, resident, url):
    client.post(REQUEST_CODE, {"email": resident.email, "next": url})
    answer = client.post(CONFIRM_CODE, {"code": mailed_code(), "next": url})
    assert is_signed_in(client)
    assert answer.url == "/"


@pytest.mark.parametrize("url", FOREIGN)
def test_signing_out_never_leads_away(client, resident, url):
    sign_in(client, resident.email)
    assert client.post("/fi/accounts/logout/", {"next": url}).url == "/"


@pytest.mark.parametrize("url", FOREIGN)
def test_somebody_signed_in_is_never_led_away(client, resident, url):
    sign_in(client, resident.email)
    assert client.get("/fi/accounts/login/", {"next": url}).url == "/"


@pytest.mark.parametrize("page", ["login", "signup", "login/code", "password/reset"])
def test_every_way_in_carries_the_way_back_in_its_form_and_links(client, db, page):
    html = client.get(f"/fi/accounts/{page}/?next=/fi/ideat/1/").content.decode()
    assert '<input type="hidden" name="next" value="/fi/ideat/1/">' in html


def test_the_sign_in_page_hands_the_way_back_to_every_other_way_in(client, db):
    html = client.get("/fi/accounts/login/?next=/fi/ideat/1/").content.decode()
    for page in ("signup", "login/code", "password/reset"):
        assert f'href="/fi/accounts/{page}/?next=%2Ffi%2Fideat%2F1%2F"' in html or (
            f'href="/fi/accounts/{page}/?next=/fi/ideat/1/"' in html
        )


def test_a_wanted_path_with_markup_is_escaped(client, db):
    html = client.get('/fi/accounts/login/?next=/"><script>x</script>').content.decode()
    assert "<script>x" not in html


@pytest.mark.parametrize(("language", "words"), [("fi", "Kirjaudu"), ("sv", "Logga in")])
def test_the_address_without_a_language_follows_the_page_one_came_from(db, language, words):
    browser = Client(headers={"Accept-Language": "en"})
    html = browser.get(f"/accounts/login/?next=/{language}/x/").content.decode()
    assert f'<html lang="{language}"' in html
    assert words in html


def test_the_language_stays_through_the_whole_way(resident):
    browser = Client(headers={"Accept-Language": "en"})
    page = browser.post("/sv/accounts/login/code/", {"email": resident.email, "next": "/sv/x/"})
    assert page.url.startswith("/sv/accounts/login/code/confirm/")
    assert '<html lang="sv"' in browser.get(page.url).content.decode()
