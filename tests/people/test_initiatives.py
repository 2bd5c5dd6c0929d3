"""Initiatives ask the same engine: making and signing, not taking back."""

import pytest

from participation.core.eligibility import NotEligible
from participation.core.receipts import new_key
from participation.initiatives.actions import withdraw_signature
from participation.initiatives.models import Initiative, Signature
from participation.people.actions import tell
from tests.initiatives.conftest import CONTACT, Town, town

__all__ = ["Town", "town"]
RESIDENTS = {"statuses": ["resident"]}


@pytest.fixture
def gathering(town):
    """An initiative made before the page asked for anything."""
    row = town.gathering()
    town.publish(eligibility=RESIDENTS)
    return row


def test_whom_the_page_does_not_invite_neither_makes_nor_signs(town, gathering):
    actor = town.resident("Eino")
    tell(actor=actor, status="visitor")
    with pytest.raises(NotEligible):
        town.sign(gathering, "Eino")
    with pytest.raises(NotEligible):
        town.draft(actor)
    assert Signature.objects.count() == 1


def test_a_resident_signs_and_may_always_take_it_back(town, gathering):
    actor = town.resident("Eino")
    tell(actor=actor, status="resident")
    assert town.sign(gathering, "Eino")
    town.publish(eligibility={"level": 2})
    assert withdraw_signature(actor=actor, initiative=gathering)


def test_the_page_says_what_is_missing_and_leads_back(client, town, gathering):
    client.force_login(town.resident("Eino").user)
    mine = town.page.view_url("mine", gathering.public_id)
    html = client.get(mine).content.decode()
    assert f"/me/tell/{town.component.public_id}/?next={mine}" in html
    assert client.get(town.page.view_url("sign", gathering.public_id)).status_code == 403


def test_a_refused_initiative_waits_while_its_maker_tells(client, town, gathering):
    client.force_login(town.resident("Eino").user)
    new = town.page.view_url("new")
    typed = {
        "title": "Valot ladulle",
        "text": "Talvella on pimeää.",
        "language": "fi",
        "maker_kind": "resident",
        "key": new_key(),
        **CONTACT,
    }
    refused = client.post(new, typed)
    assert refused.status_code == 403
    assert f"?next={new}" in refused.content.decode()
    assert Initiative.objects.count() == 1
    assert "Talvella on pimeää." in client.get(new).content.decode()
