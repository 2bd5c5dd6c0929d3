"""My participation: what I did and what became of it, and what I follow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.core import following
from participation.core.models import Follow
from participation.ideas import actions as ideas
from participation.ideas.models import HideReason

from .conftest import make_staff

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def aino(town):
    return town.resident("Aino")


def page(client, address: str) -> str:
    return client.get(address).content.decode().split("<main")[1].split("</main>")[0]


def test_what_i_did_is_told_newest_first_with_what_became_of_it(town, aino, client):
    mine = town.idea(aino, title="Penkki rantaan")
    theirs = town.idea(town.resident("Olli"), title="Kioski torille")
    ideas.support_idea(actor=aino, idea=theirs)
    client.force_login(aino.user)
    html = page(client, "/en/me/")
    assert html.index("Kioski torille") < html.index("Penkki rantaan")
    assert f"/o/{mine.public_id}/" in html
    assert "Received" in html
    assert "Idea you support" in html


def test_what_is_gone_is_told_without_its_words(town, aino, client):
    theirs = town.idea(town.resident("Olli"), title="Kioski torille")
    ideas.support_idea(actor=aino, idea=theirs)
    ideas.hide_idea(actor=make_staff("Mio", "moderator"), idea=theirs, reason=HideReason.RULES)
    client.force_login(aino.user)
    html = page(client, "/en/me/")
    assert "Kioski" not in html
    assert "no longer shown" in html


def test_a_hundred_deeds_cost_as_many_questions_as_two(town, aino, client):
    client.force_login(aino.user)
    town.idea(aino)
    ideas.support_idea(actor=aino, idea=town.idea(town.resident("Olli")))
    client.get("/en/me/")
    with CaptureQueriesContext(connection) as few:
        client.get("/en/me/")
    for _each in range(12):
        town.idea(aino)
        ideas.support_idea(actor=aino, idea=town.idea(town.resident("Olli")))
    with CaptureQueriesContext(connection) as many:
        html = page(client, "/en/me/")
    assert len(many) == len(few) <= 10
    assert "?page=2" in html
    assert client.get("/en/me/?page=2").status_code == 200
    assert client.get("/en/me/?page=-1").status_code == 200


def test_whoever_has_done_nothing_is_shown_the_way(town, client, django_user_model):
    client.force_login(django_user_model.objects.create_verified("u@example.org", "osallistu-2026"))
    assert "r-empty" in page(client, "/en/me/")
    assert "r-empty" in page(client, "/en/me/following/")


@pytest.mark.parametrize("path", ["", "following/", "data/"])
def test_these_pages_are_private_and_lead_to_the_sign_in(town, aino, client, path):
    answer = client.get(f"/en/me/{path}")
    assert answer.status_code == 303
    assert "next=%2Fen%2Fme%2F" in answer["Location"]
    client.force_login(aino.user)
    assert "no-store" in client.get(f"/en/me/{path}")["Cache-Control"]


def test_following_is_one_press_and_twice_is_once(town, aino, client):
    idea = town.idea(town.resident("Olli"), title="Kioski torille")
    client.force_login(aino.user)
    address = f"/en/me/follow/{idea.public_id}/"
    assert 'value="yes"' in page(client, address)
    for _each in range(2):
        assert client.post(address, {"wanted": "yes"})["Location"] == address
    assert Follow.objects.count() == 1
    assert "Kioski torille" in page(client, "/en/me/following/")
    for _each in range(2):
        part = client.post(address, {"wanted": "no"}, headers=HTMX).content.decode()
        assert f'id="follow-{idea.public_id}"' in part
        assert "<html" not in part
    assert not Follow.objects.exists()


def test_a_place_is_followed_by_its_page(town, aino, client):
    client.force_login(aino.user)
    client.post(f"/en/me/follow/{town.component.public_id}/", {"wanted": "yes"})
    row = Follow.objects.get()
    assert (row.component, row.subject_type) == (town.component, "")
    assert town.board.title in page(client, "/en/me/following/")


def test_what_is_followed_and_gone_is_told_without_its_words(town, aino, client):
    idea = town.idea(town.resident("Olli"), title="Kioski torille")
    following.follow(actor=aino, component=town.component, subject=idea)
    ideas.withdraw_idea(actor=town.resident("Olli"), idea=idea)
    client.force_login(aino.user)
    assert "Kioski" not in page(client, "/en/me/following/")
    assert client.get(f"/en/me/follow/{idea.public_id}/").status_code == 404


def test_nobody_follows_what_they_cannot_see(town, aino, client):
    town.board.view_restrictions.create(restriction_type="login")
    client.force_login(aino.user)
    assert client.get(f"/en/me/follow/{town.component.public_id}/").status_code == 404
    assert client.post("/en/me/follow/nothing/", {"wanted": "yes"}).status_code == 404


def test_the_pages_of_ideas_and_boards_offer_to_follow(town, aino, client):
    idea = town.idea(aino)
    shown = client.get(town.board.view_url("idea", idea.public_id), follow=True).content.decode()
    assert f"/me/follow/{idea.public_id}/" in shown
    shown = client.get(town.board.url).content.decode()
    assert f"/me/follow/{town.component.public_id}/" in shown


def test_without_an_account_the_button_leads_to_the_sign_in(town, client):
    idea = town.idea(town.resident("Olli"))
    address = f"/en/me/follow/{idea.public_id}/"
    assert client.get(address).status_code == 303
    assert client.post(address, {"wanted": "yes"}).status_code == 303
    assert address in client.get(address, headers=HTMX).content.decode()


def test_my_account_leads_to_my_participation(town, aino, client):
    client.force_login(aino.user)
    html = client.get("/en/accounts/").content.decode()
    assert all(f'href="/en/me/{path}"' in html for path in ("", "following/", "data/"))
