"""Promises about signing at once, with real connections on PostgreSQL."""

from collections import Counter
from threading import Barrier

import pytest

from participation.core.actors import Actor
from participation.core.models import Fact
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.initiatives.actions import (
    deliver_initiative,
    draft_initiative,
    sign_initiative,
    signing,
    withdraw_initiative,
    withdraw_signature,
)
from participation.initiatives.models import Contact, Crossing, Initiative, Maker, Signature
from tests.ideas.conftest import make_person
from tests.ideas.test_parallel import _room_for_many, at_once  # noqa: F401 - the pool's fixture

from .conftest import CONTACT

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
PEOPLE = 20


def people() -> list[Actor]:
    return [Actor.member(make_person(f"P{n}")) for n in range(PEOPLE)]


def sign(actor: Actor, row: Initiative) -> bool:
    return sign_initiative(
        actor=actor, initiative=row, name="N", municipality="Kuparila", is_resident=True
    )


def adds_up() -> bool:
    return all(
        row.signature_count == row.resident_count == row.signatures.count()
        for row in Initiative.objects.all()
    )


def crossings() -> tuple[int, int]:
    return Crossing.objects.count(), Fact.objects.filter(name="initiative_reached").count()


def test_one_person_signing_many_times_at_once_signs_once(town):
    row, eino = town.gathering(), town.resident("Eino")
    answers = at_once(lambda n: sign(eino, row), 30)
    assert Counter(answers) == {True: 1, False: 29}
    assert Signature.objects.count() == 2
    assert adds_up()


def test_parallel_signatures_reach_the_share_exactly_once(town):
    signers = people()
    for round_ in range(1, 4):
        row = town.gathering()
        answers = at_once(lambda n, row=row: sign(signers[n], row), PEOPLE)
        assert answers == [True] * PEOPLE
        assert crossings() == (round_, round_)
        assert adds_up()


def test_signing_and_taking_back_around_the_share_reaches_it_once(town):
    signers = people()
    row = town.gathering()
    for actor in signers[:3]:
        sign(actor, row)

    def act(number: int) -> bool:
        each = signers[3 + number % 6]
        if number % 2:
            return withdraw_signature(actor=each, initiative=row)
        return sign(each, row)

    for _round in range(3):
        assert not [a for a in at_once(act, 30) if not isinstance(a, bool)]
        assert adds_up()
    sign(signers[3], row)
    sign(signers[4], row)
    assert crossings() == (1, 1)


def test_without_the_row_s_lock_the_share_may_be_missed(town, monkeypatch):
    """The seeded fault: who counts before holding the row does not see the others."""
    count, note = signing._count, signing._note_crossing
    monkeypatch.setattr(signing, "_count", lambda *given, **more: None)
    # Everybody has looked before anybody counts; fewer than there are connections.
    together = Barrier(PEOPLE // 2)

    def unlocked(row: Initiative) -> None:
        note(row)
        together.wait(timeout=60)
        count(row, 1, is_resident=True)

    monkeypatch.setattr(signing, "_note_crossing", unlocked)
    row = Initiative.objects.get(pk=town.draft().pk)
    Initiative.objects.filter(pk=row.pk).update(state="gathering", published_at=row.created_at)
    row.refresh_from_db()
    signers = people()
    answers = at_once(lambda n: sign(signers[n], row), PEOPLE // 2)
    assert answers == [True] * (PEOPLE // 2)
    assert adds_up()
    assert crossings() == (0, 0)


def test_a_delivery_under_signatures_counts_whom_it_told(town):
    signers, row = people(), town.gathering()

    def act(number: int) -> object:
        if number == PEOPLE // 2:
            return deliver_initiative(actor=town.resident(), initiative=row)
        return sign(signers[number], row)

    answers = at_once(act, PEOPLE)
    refused = [a for a in answers if isinstance(a, RuleBroken)]
    assert {broken.code for broken in refused} <= {"state"}
    assert answers.count(True) + len(refused) == PEOPLE - 1
    assert Signature.objects.count() == answers.count(True) + 1
    assert adds_up()


def test_withdrawing_under_signatures_leaves_no_name(town):
    signers = people()
    for _round in range(2):
        row = town.gathering()

        def act(number: int, row: Initiative = row) -> object:
            if number == PEOPLE // 2:
                return withdraw_initiative(actor=town.resident(), initiative=row)
            return sign(signers[number], row)

        answers = at_once(act, PEOPLE)
        assert not [a for a in answers if not isinstance(a, bool | RuleBroken | None)]
        assert not Signature.objects.filter(initiative=row).exists()
        assert not Contact.objects.filter(initiative=row).exists()
        assert adds_up()


def test_a_form_sent_many_times_at_once_makes_one_draft(town):
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
    answers = at_once(lambda n: draft_initiative(**fields).pk, 20)
    assert len(set(answers)) == 1, answers
    assert Initiative.objects.count() == 1
