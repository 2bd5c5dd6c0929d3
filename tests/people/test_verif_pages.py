"""The resident's pages: what was checked, the letter, the code; and what is typed badly."""

import pytest
from django.test import Client
from wagtail.models import Site

from participation.core.actors import Actor
from participation.people.models import Letter, ServiceDesk, Verification
from participation.people.verifying import verify_at_desk
from participation.people.verifying_facts import Facts

from .helpers_verif import member, official
from .test_letters import HOME, is_forgotten, printed, wrong

pytestmark = pytest.mark.django_db
PAGE, LETTER, CODE, CANCEL = (
    f"/fi/me/verify/{name}" for name in ("", "letter/", "code/", "letter/cancel/")
)
ADDRESS = {"name": HOME.name, "street": HOME.street, "postcode": "83500", "town": "Kuparila"}
THEN = "?next=/fi/ideat/uusi/"


@pytest.fixture
def aino(client: Client) -> Actor:
    actor = member("Aino")
    client.force_login(actor.user)
    return actor


@pytest.fixture
def desk() -> ServiceDesk:
    site = Site.objects.get(is_default_site=True)
    return ServiceDesk.objects.create(
        site=site,
        address={"fi": "Kaivoskatu 1\nark. 9–15", "sv": "Gruvgatan 1"},
        sends_letters=True,
    )


def test_a_visitor_signs_in_first_and_comes_back(client):
    answer = client.get(PAGE + THEN)
    assert answer.status_code == 303
    assert "verify%2F%3Fnext%3D" in answer["Location"]


def test_only_the_ways_that_there_are(client, aino, desk):
    html = client.get(PAGE).content.decode()
    assert "Kaivoskatu 1" in html
    assert LETTER in html
    assert "/oidc/" not in html
    desk.delete()
    html = client.get(PAGE).content.decode()
    assert "Kaivoskatu 1" not in html
    assert LETTER not in html
    assert client.get(LETTER).status_code == 409


def test_the_page_is_nobody_else_s(client, aino, desk):
    assert client.get(PAGE)["Cache-Control"] == "private, no-store"


def test_what_was_checked_and_the_way_on(client, aino, desk):
    html = client.get(PAGE + THEN).content.decode()
    assert 'href="/fi/ideat/uusi/"' in html
    verify_at_desk(actor=official(), person=aino.person, facts=Facts(), saw_document=True)
    html = client.get(PAGE + THEN).content.decode()
    assert 'class="r-button r-button--primary" href="/fi/ideat/uusi/"' in html


@pytest.mark.parametrize("then", ["//evil.example", "https://evil.example/", "/\\evil.example"])
def test_the_way_on_stays_here(client, aino, desk, then):
    assert client.get(PAGE, {"next": then}).context["then"] is None


def test_asking_for_a_letter_and_using_its_code(client, aino, desk):
    answer = client.post(LETTER + THEN, ADDRESS)
    assert answer["Location"] == PAGE + THEN
    row = Letter.objects.get()
    assert (row.name, row.language) == (HOME.name, "fi")
    assert client.post(LETTER, ADDRESS).status_code == 409
    client.post(CANCEL)
    client.post(CANCEL)
    assert is_forgotten(row)
    _letter, code = printed(aino)
    html = client.post(CODE, {"code": wrong(code)}).content.decode()
    assert wrong(code) in html
    assert client.post(CODE, {"code": "x"}).status_code == 409
    answer = client.post(CODE + THEN, {"code": code})
    assert answer["Location"] == PAGE + THEN
    assert Verification.objects.filter(person=aino.person).exists()
    assert client.post(CODE, {"code": code}).status_code == 409


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {**ADDRESS, "postcode": "<svg>"},
        {**ADDRESS, "name": "x" * 200},
        {**ADDRESS, "street": "\u200b"},
        {**ADDRESS, "town": "Kupa\x00rila"},
    ],
)
def test_a_bad_address_is_told_beside_its_field_and_kept(client, aino, desk, fields):
    answer = client.post(LETTER, fields)
    assert answer.status_code == 422
    assert "aria-invalid" in answer.content.decode()
    if fields.get("street") == HOME.street:
        assert HOME.street in answer.content.decode()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("page", [LETTER, CODE, CANCEL])
def test_a_visitor_sends_nothing(client, desk, page):
    answer = client.post(page, {**ADDRESS, "code": "123456789"})
    assert answer.status_code == 303
    assert not Letter.objects.exists()


def test_the_page_costs_the_same_however_much_was_checked(
    client, aino, desk, django_assert_max_num_queries
):
    for _n in range(3):
        verify_at_desk(
            actor=official(f"O{_n}"), person=aino.person, facts=Facts(), saw_document=True
        )
    client.get(PAGE)
    with django_assert_max_num_queries(14):
        client.get(PAGE)
