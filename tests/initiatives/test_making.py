"""Writing, publishing, delivering and withdrawing an initiative."""

import pytest
from django.db import IntegrityError, transaction

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Fact
from participation.core.policies import Refused
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.initiatives.actions import (
    deliver_initiative,
    draft_initiative,
    edit_draft,
    gather_signatures,
    withdraw_initiative,
)
from participation.initiatives.models import Contact, Initiative, Maker, Signature, State
from tests.ideas.conftest import make_person

from .conftest import CONTACT


def facts(name: str) -> int:
    return Fact.objects.filter(name=name).count()


def test_a_draft_is_its_makers_alone(town):
    draft = town.draft()
    assert draft.state == State.DRAFT
    assert not Initiative.objects.visible().exists()
    assert not Initiative.objects.visible_to(town.resident("Eino")).exists()
    assert not Initiative.objects.visible_to(Actor.guest()).exists()
    assert list(Initiative.objects.visible_to(town.resident())) == [draft]


def test_the_same_key_gives_the_first_draft_again(town):
    fields = {
        "actor": town.resident(),
        "component": town.component,
        "key": new_key(),
        "title": "Valot",
        "text": "Ladulle.",
        "language": "fi",
        "maker_kind": Maker.RESIDENT,
        "contact": CONTACT,
    }
    assert draft_initiative(**fields) == draft_initiative(**fields)
    with pytest.raises(RuleBroken, match="receipt"):
        draft_initiative(**{**fields, "title": "Muuta"})
    assert Initiative.objects.count() == Contact.objects.count() == 1


def test_a_visitor_cannot_make_one(town):
    with pytest.raises(Refused):
        town.draft(Actor.guest("x"))


def test_a_closed_page_takes_no_new_ones(town):
    town.publish(closes_at=clock.now())
    with pytest.raises(RuleBroken, match="closed"):
        town.draft()


def test_a_first_initiative_needs_a_name_to_show(town):
    nameless = Actor.member(make_person("X", shown=False))
    with pytest.raises(RuleBroken, match="shown_name"):
        town.draft(nameless)
    assert town.draft(nameless, shown_name="Ilona").author_name == "Ilona"


def test_a_draft_is_edited_until_it_is_public(town):
    draft = town.draft()
    fields = {"title": "Uusi", "text": "Teksti.", "maker_kind": Maker.SERVICE_USER}
    contact = {**CONTACT, "municipality": "Naapurila", "name": "Uusi Nimi"}
    edit_draft(actor=town.resident(), initiative=draft, contact=contact, **fields)
    draft.refresh_from_db()
    assert (draft.title, draft.contact.name) == ("Uusi", "Uusi Nimi")
    gather_signatures(actor=town.resident(), initiative=draft)
    with pytest.raises(RuleBroken, match="published"):
        edit_draft(actor=town.resident(), initiative=draft, contact=contact, **fields)


def test_nobody_else_changes_it(town):
    draft, eino = town.draft(), town.resident("Eino")
    for act in (gather_signatures, deliver_initiative, withdraw_initiative):
        for actor in (eino, Actor.guest("x")):
            with pytest.raises(Refused):
                act(actor=actor, initiative=draft)


@pytest.mark.parametrize(
    ("kind", "more", "counts"),
    [
        (Maker.RESIDENT, {}, (1, 1)),
        (Maker.SERVICE_USER, {"contact": {**CONTACT, "municipality": "Naapurila"}}, (1, 0)),
        (Maker.ASSOCIATION, {"organisation": "Kylä ry"}, (0, 0)),
    ],
)
def test_a_maker_who_is_a_person_is_the_first_signer(town, kind, more, counts):
    row = town.gathering(maker_kind=kind, **more)
    row.refresh_from_db()
    assert (row.signature_count, row.resident_count) == counts
    assert row.maker_name == more.get("organisation", "Aino")


def test_publishing_twice_is_publishing_once(town):
    row = town.gathering()
    assert gather_signatures(actor=town.resident(), initiative=row).published_at == row.published_at
    assert facts("initiative_published") == 1
    assert Signature.objects.count() == 1


def test_it_may_be_delivered_at_once_and_even_when_the_page_is_closed(town):
    draft = town.draft()
    town.publish(closes_at=clock.now())
    row = deliver_initiative(actor=town.resident(), initiative=draft)
    assert row.state == State.DELIVERED
    assert row.needed == 5
    assert Signature.objects.count() == 1


def test_delivering_twice_is_delivering_once(town):
    row = town.delivered()
    again = deliver_initiative(actor=town.resident(), initiative=row)
    assert again.delivered_at == row.delivered_at
    assert facts("initiative_delivered") == 1


def test_the_number_needed_is_that_of_the_delivery(town):
    row = town.delivered()
    town.publish(residents=100_000)
    row.refresh_from_db()
    assert row.needed == 5


def test_a_withdrawn_draft_leaves_nothing(town):
    withdraw_initiative(actor=town.resident(), initiative=town.draft())
    assert not Initiative.objects.exists()
    assert not Contact.objects.exists()


def test_a_withdrawn_initiative_leaves_no_names(town):
    row = town.gathering()
    town.sign(row, "Eino")
    for _twice in range(2):
        row.refresh_from_db()
        withdraw_initiative(actor=town.resident(), initiative=row)
    row.refresh_from_db()
    assert not row.is_visible
    assert not Signature.objects.exists()
    assert not Contact.objects.exists()
    assert (row.signature_count, row.resident_count) == (0, 0)
    assert facts("initiative_withdrawn") == 1


def test_what_was_delivered_is_not_withdrawn_here(town):
    row = town.delivered()
    with pytest.raises(RuleBroken, match="state"):
        withdraw_initiative(actor=town.resident(), initiative=row)
    assert Signature.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "nope"},
        {"state": State.DELIVERED},
        {"title": ""},
        {"maker_kind": Maker.ASSOCIATION},
        {"resident_count": 1},
        {"due_on": "2026-01-01"},
        {"hidden_reason": "law"},
    ],
)
def test_the_table_refuses_what_no_action_writes(town, wrong):
    draft = town.draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        Initiative.objects.filter(pk=draft.pk).update(**wrong)
