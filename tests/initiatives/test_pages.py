"""The pages: what everybody sees, what only the maker sees, forms with bad input, query counts."""

from datetime import timedelta

import pytest
from django.test import Client

from participation.core import clock
from participation.core.models import Person
from participation.initiatives.actions import hide_initiative, withdraw_initiative
from participation.initiatives.models import Contact, Initiative, Signature, State

from .conftest import CONTACT, pending, record

BASE = "/fi/aloitteet/"
PUBLIC = {
    "title": "Valot ladulle",
    "text": "Talvella on pimeää.",
    "language": "fi",
    "maker_kind": "resident",
}
FORM = {**PUBLIC, **CONTACT, "key": "avain-123456"}
NASTY = [
    "<svg/onload=alert(1)>",
    "{{7*7}}{% debug %}",
    "\u202eoikealta",
    "\u200b",
    "\x00",
    "a" + "\u0301" * 100,
    "=1+1",
    "[" * 5_000,
    "x" * 20_000,
    "Čáppa العربية",
    " ",
]


def address(row: Initiative, below: str = "") -> str:
    return f"{BASE}{row.public_id}/{below}/" if below else f"{BASE}{row.path_name}/"


def html(response) -> str:
    return response.content.decode()


def errors(response) -> set[str]:
    return set(response.context["form"].errors)


@pytest.fixture
def aino(town, client):
    client.force_login(town.resident().user)
    return client


def test_the_list_says_how_many_are_needed_and_why(town, client):
    page = client.get(BASE)
    for text in ("5", "201", "31.12.2025", "Tilastokeskus", "23 §", "kirjaamo@example.org"):
        assert text in html(page)
    assert "kuntalaisaloite.fi" in html(page)
    assert "s-maxage" in page.headers["Cache-Control"]


def test_the_list_shows_public_ones_by_state(town, registry, client):
    draft, gathering = town.draft(title="Luonnos"), town.gathering(title="Keräävä")
    delivered = town.delivered(title="Jätetty asia")
    hide_initiative(actor=registry, initiative=town.gathering(title="Piiloon"), reason="law")
    shown = html(client.get(BASE))
    assert gathering.title in shown
    assert delivered.title in shown
    assert draft.title not in shown
    assert "Piiloon" not in shown
    only = html(client.get(f"{BASE}?state=delivered"))
    assert delivered.title in only
    assert gathering.title not in only


@pytest.mark.parametrize(
    "query", ["page=2", "page=-1", "page=1e9", "page=²", "state=draft", "page="]
)
def test_odd_addresses_show_the_list(town, client, query):
    town.draft(title="Salainen luonnos")
    page = client.get(f"{BASE}?{query}")
    assert page.status_code == 200
    assert "Salainen" not in html(page)


def test_the_list_is_paged(town, client):
    rows = [town.gathering(title=f"Aloite {n:02}") for n in range(21)]
    first, second = html(client.get(BASE)), html(client.get(f"{BASE}?page=2"))
    assert rows[-1].title in first
    assert rows[0].title not in first
    assert rows[0].title in second


def test_a_draft_is_nobody_elses_to_see(town, client, aino):
    draft = town.draft()
    assert aino.get(address(draft)).status_code == 404
    assert "Vain sinä näet" in html(aino.get(address(draft, "mine")))
    client.force_login(town.resident("Eino").user)
    for below in ("", "mine", "mine/part", "edit", "deliver", "withdraw", "sign"):
        assert client.get(address(draft, below)).status_code == 404
    assert client.get(f"/o/{draft.public_id}/", follow=True).status_code == 404


def test_no_public_page_tells_details_or_signers(town, registry, client):
    row = town.gathering()
    town.sign(row, "Eino")
    row.refresh_from_db()
    ids = Person.objects.values_list("public_id", flat=True)
    for where in (BASE, address(row)):
        page = html(client.get(where))
        for secret in ("Aino Esimerkki", "Eino", CONTACT["email"], CONTACT["phone"], *ids):
            assert secret not in page
        assert "csrf" not in page


def test_the_page_tells_the_steps_and_what_was_done(town, registry, client):
    row = town.delivered()
    record(registry, pending(registry, row))
    page = html(client.get(address(row)))
    for text in ("Jätetty kirjaamoon", "KU/12/2026", "<strong>syksyllä</strong>", "Kunnanhallitus"):
        assert text in page
    assert client.get(f"/o/{row.public_id}/").url.endswith(address(row))


def test_an_overdue_initiative_says_so_to_everybody(town, registry, client):
    town.publish(own_months=1)
    row = pending(registry, town.delivered())
    assert "Kunta on myöhässä" not in html(client.get(address(row)))
    with clock.shifted(timedelta(days=40)):
        assert "Kunta on myöhässä" in html(client.get(address(row)))
        assert "Myöhässä" in html(client.get(BASE))


def test_what_is_gone_says_so_and_nothing_else(town, registry, client):
    hidden, withdrawn = town.gathering(title="Piilossa"), town.gathering(title="Peruttu")
    hide_initiative(actor=registry, initiative=hidden, reason="personal")
    withdraw_initiative(actor=town.resident(), initiative=withdrawn)
    for row in (hidden, withdrawn):
        page = client.get(address(row))
        assert page.status_code == 410
        assert row.title not in html(page)
        assert client.get(f"/o/{row.public_id}/", follow=True).status_code == 404


def test_other_spellings_lead_to_the_one_address(town, client):
    row = town.gathering()
    assert client.get(f"{BASE}{row.public_id}-muu/").url == address(row)
    assert client.get(f"{BASE}bcdfghjkmnpq/").status_code == 404


def test_the_form_stores_a_draft_and_leads_to_it(town, aino):
    answer = aino.post(f"{BASE}new/", FORM)
    row = Initiative.objects.get()
    assert (answer.status_code, answer.url) == (303, address(row, "mine"))
    assert row.state == State.DRAFT
    assert Contact.objects.get().email == CONTACT["email"]
    assert aino.post(f"{BASE}new/", FORM).url == answer.url
    assert Initiative.objects.count() == 1


def test_a_visitor_writes_first_and_finds_it_after_the_sign_in(town, client):
    page = html(client.get(f"{BASE}new/"))
    assert 'name="title"' in page
    assert 'name="email"' not in page
    answer = client.post(f"{BASE}new/", {**PUBLIC, "shown_name": "Ilona", "key": "avain-123456"})
    assert answer.status_code == 303
    assert "next=" in answer.url
    client.force_login(town.resident().user)
    page = html(client.get(f"{BASE}new/"))
    assert "Valot ladulle" in page
    assert 'name="email"' in page


def test_the_next_user_of_the_browser_does_not_send_it(town, client):
    client.force_login(town.resident("Eino").user)
    answer = client.post(f"{BASE}new/", {**FORM, "owner": "somebody-else"})
    assert answer.status_code == 403
    assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"text": "\u200b"}, "text"),
        ({"maker_kind": "mayor"}, "maker_kind"),
        ({"maker_kind": "association"}, "organisation"),
        ({"organisation": "Kylä ry"}, "organisation"),
        ({"name": ""}, "name"),
        ({"municipality": "Naapurila"}, "municipality"),
        ({"email": "x"}, "email"),
        ({"email": "", "phone": ""}, "email"),
        ({"language": "xx"}, "language"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_lost(town, aino, wrong, field):
    answer = aino.post(f"{BASE}new/", {**FORM, **wrong})
    assert answer.status_code == 422
    assert errors(answer) == {field}
    assert "Talvella" in html(answer) or field == "text"
    assert not Initiative.objects.exists()


def test_forged_fields_are_not_taken(town, aino):
    forged = {"state": "answered", "signature_count": 500, "author": 1, "due_on": "2020-01-01"}
    aino.post(f"{BASE}new/", {**FORM, **forged})
    row = Initiative.objects.get()
    assert (row.state, row.signature_count, row.due_on) == (State.DRAFT, 0, None)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_input_is_stored_harmless_or_refused(town, aino, text):
    own = dict.fromkeys(("title", "text", "name", "phone", "address"), text)
    answer = aino.post(f"{BASE}new/", {**FORM, **own})
    assert answer.status_code in (303, 422)
    for row in Initiative.objects.all():
        aino.post(address(row, "gather"))
        for where in (BASE, address(row), address(row, "mine")):
            page = aino.get(where)
            assert page.status_code == 200
            assert "<svg/onload" not in html(page)


def test_the_makers_way_without_javascript(town, aino):
    row = town.draft()
    assert (
        aino.post(address(row, "edit"), {**PUBLIC, **CONTACT, "title": "Uusi"}).status_code == 303
    )
    assert aino.post(address(row, "gather")).status_code == 303
    assert "Jätetäänkö" in html(aino.get(address(row, "deliver")))
    assert aino.post(address(row, "deliver")).status_code == 303
    row.refresh_from_db()
    assert (row.title, row.state) == ("Uusi", State.DELIVERED)
    assert aino.post(address(row, "withdraw")).status_code == 409
    assert aino.get(address(row, "edit")).status_code == 409


def test_a_draft_withdrawn_twice_leads_to_the_same_page(town, aino):
    row = town.draft()
    answers = [aino.post(address(row, "withdraw")) for _twice in range(2)]
    assert {answer.url for answer in answers} == {f"{BASE}mine/"}
    assert not Initiative.objects.exists()


def test_a_signature_is_a_form_with_a_name(town, client):
    row = town.gathering()
    assert "Kirjaudu sisään" in html(client.get(address(row, "sign")))
    assert "login" in client.post(address(row, "sign")).url
    client.force_login(town.resident("Eino").user)
    assert 'name="home"' in html(client.get(address(row, "sign")))
    wrong = client.post(address(row, "sign"), {"name": "Eino E.", "home": "elsewhere"})
    assert (wrong.status_code, errors(wrong)) == (422, {"municipality"})
    signed = client.post(address(row, "sign"), {"name": "Eino E.", "home": "here"})
    assert (signed.status_code, signed.url) == (303, address(row, "mine"))
    assert "Olet allekirjoittanut" in html(client.get(address(row, "mine")))
    client.post(address(row, "withdraw-signature"))
    row.refresh_from_db()
    assert row.signature_count == 1


def test_only_a_post_with_a_token_signs(town, client):
    row = town.gathering()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(town.resident("Eino").user)
    strict.get(address(row, "sign"))
    assert strict.post(address(row, "sign"), {"name": "E", "home": "here"}).status_code == 403
    for below in ("gather", "withdraw-signature"):
        assert strict.get(address(row, below)).status_code == 405
    assert Signature.objects.count() == 1


def test_what_is_mine_lists_drafts_and_signatures(town, client):
    draft, other = town.draft(title="Kesken"), town.gathering(town.resident("Eino"), title="Einon")
    town.sign(other, "Aino")
    assert "Kirjaudu" in html(client.get(f"{BASE}mine/"))
    client.force_login(town.resident().user)
    page = html(client.get(f"{BASE}mine/"))
    assert draft.title in page
    assert other.title in page


@pytest.mark.parametrize("where", ["mine/", "new/"])
def test_personal_pages_are_not_cached(town, aino, where):
    assert "no-store" in aino.get(f"{BASE}{where}").headers["Cache-Control"]


def test_the_list_costs_the_same_for_one_and_for_many(town, client, django_assert_max_num_queries):
    town.gathering()
    client.get(BASE)
    for _more in range(9):
        town.gathering()
    with django_assert_max_num_queries(9):
        client.get(BASE)


def test_an_initiative_s_page_is_cheap(town, registry, client, django_assert_max_num_queries):
    row = pending(registry, town.delivered())
    for _more in range(5):
        record(registry, row, "step")
    client.get(address(row))
    with django_assert_max_num_queries(9):
        client.get(address(row))
