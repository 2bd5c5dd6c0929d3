"""Signing, taking back, and the day the share is reached."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Fact
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.initiatives.actions import (
    deliver_initiative,
    hide_initiative,
    sign_initiative,
    withdraw_signature,
)
from participation.initiatives.models import Crossing, Initiative, Signature

OTHERS = ("Eino", "Helmi", "Kalle", "Liisa")


def counts(row: Initiative) -> tuple[int, int]:
    row.refresh_from_db()
    return row.signature_count, row.resident_count


def test_a_signature_counts_once(town):
    row = town.gathering()
    assert town.sign(row, "Eino") is True
    assert town.sign(row, "Eino") is False
    assert counts(row) == (2, 2)


def test_only_residents_count_towards_the_share(town):
    row = town.gathering()
    town.sign(row, "Eino", is_resident=False)
    assert counts(row) == (2, 1)


def test_a_signature_is_taken_back_until_the_delivery(town):
    row, eino = town.gathering(), town.resident("Eino")
    town.sign(row, "Eino")
    assert withdraw_signature(actor=eino, initiative=row) is True
    assert withdraw_signature(actor=eino, initiative=row) is False
    assert counts(row) == (1, 1)
    town.sign(row, "Eino")
    deliver_initiative(actor=town.resident(), initiative=row)
    with pytest.raises(RuleBroken, match="state"):
        withdraw_signature(actor=eino, initiative=row)
    assert counts(row) == (2, 2)


def test_a_delivered_initiative_is_not_signed(town):
    row = town.delivered()
    with pytest.raises(RuleBroken, match="state"):
        town.sign(row, "Eino")
    assert Signature.objects.count() == 1


def test_a_closed_page_takes_no_signatures(town):
    row = town.gathering()
    town.publish(closes_at=clock.now())
    with pytest.raises(RuleBroken, match="closed"):
        town.sign(row, "Eino")


def test_the_maker_does_not_sign_or_take_back(town):
    row = town.gathering()
    with pytest.raises(Refused):
        town.sign(row, "Aino")
    with pytest.raises(Refused):
        withdraw_signature(actor=town.resident(), initiative=row)


def test_a_visitor_cannot_sign(town):
    row = town.gathering()
    with pytest.raises(Refused):
        sign_initiative(
            actor=Actor.guest("x"), initiative=row, name="E", municipality="K", is_resident=True
        )


def test_a_hidden_initiative_is_not_signed_but_a_name_comes_back_from_it(town, registry):
    row = town.gathering()
    town.sign(row, "Eino")
    hide_initiative(actor=registry, initiative=row, reason="law")
    with pytest.raises(RuleBroken, match="state"):
        town.sign(row, "Helmi")
    assert withdraw_signature(actor=town.resident("Eino"), initiative=row) is True
    assert counts(row) == (1, 1)


def test_the_table_holds_one_signature_of_each_person(town):
    row = town.gathering()
    own = Signature.objects.get()
    own.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        own.save(force_insert=True)
    assert counts(row) == (1, 1)


def test_reaching_the_share_is_written_down_with_the_numbers_of_the_day(town):
    row = town.gathering()
    for name in OTHERS[:-1]:
        town.sign(row, name)
    assert not Crossing.objects.exists()
    town.sign(row, OTHERS[-1])
    crossing = Crossing.objects.get()
    assert (crossing.needed, crossing.residents, crossing.share) == (5, 201, Decimal(2))
    assert crossing.residents_on == date(2025, 12, 31)
    assert Fact.objects.filter(name="initiative_reached").count() == 1


def test_what_was_reached_stays_reached(town):
    row = town.gathering()
    for name in OTHERS:
        town.sign(row, name)
    reached = Crossing.objects.get().at
    for _again in range(2):
        withdraw_signature(actor=town.resident("Eino"), initiative=row)
        assert counts(row) == (4, 4)
        town.sign(row, "Eino")
    assert Crossing.objects.get().at == reached
    assert Fact.objects.filter(name="initiative_reached").count() == 1


def test_people_from_elsewhere_reach_nothing(town):
    row = town.gathering()
    for name in OTHERS:
        town.sign(row, name, is_resident=False)
    assert not Crossing.objects.exists()


def test_without_a_number_of_residents_nothing_is_reached(town):
    town.publish(residents=None)
    row = town.gathering()
    for name in OTHERS:
        town.sign(row, name)
    assert not Crossing.objects.exists()


def test_no_fact_names_a_signer(town):
    row, eino = town.gathering(), town.resident("Eino")
    town.sign(row, "Eino")
    told = Fact.objects.filter(name="initiative_signed").last()
    assert told.subject_id == str(row.pk)
    assert told.data == {}
    assert str(eino.person.public_id) not in str(told.data)
