"""My ideas on my account page."""

import pytest

from participation.ideas.actions import hide_idea, withdraw_idea
from participation.ideas.models import HideReason

pytestmark = pytest.mark.django_db
ADDRESS = "/fi/accounts/"


@pytest.fixture
def aino(town):
    return town.resident("Aino")


def test_my_page_leads_to_my_ideas_and_nobody_elses(town, aino, client):
    mine = town.idea(aino, title="Penkki rantaan")
    town.idea(town.resident("Olli"), title="Toisen idea")
    client.force_login(aino.user)
    html = client.get(ADDRESS).content.decode()
    assert "Penkki rantaan" in html
    assert f"/o/{mine.public_id}/" in html
    assert "Toisen idea" not in html


def test_what_is_gone_is_told_without_a_link(town, aino, staff, client):
    hidden, withdrawn = town.idea(aino), town.idea(aino)
    hide_idea(actor=staff["moderator"], idea=hidden, reason=HideReason.RULES)
    withdraw_idea(actor=aino, idea=withdrawn)
    client.force_login(aino.user)
    html = client.get(ADDRESS).content.decode()
    assert hidden.title in html
    assert withdrawn.title in html
    assert "/o/" not in html


def test_who_has_sent_nothing_sees_no_list(town, aino, client):
    client.force_login(aino.user)
    assert "own-ideas" not in client.get(ADDRESS).content.decode()
