"""Combining ideas while others support them, with real connections on PostgreSQL."""

import time
from contextlib import suppress
from typing import Any

import pytest

from participation.core.actors import Actor
from participation.core.models import Component
from participation.core.rules import RuleBroken
from participation.ideas.actions import merge_idea, merging, support_idea, supporting
from participation.ideas.models import Idea, Support
from tests.ideas.conftest import make_person
from tests.ideas.test_parallel import _room_for_many, at_once, check

__all__ = ["_room_for_many"]
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def _merge_under_supports(town, officer, *, wait: float = 0) -> list[str]:
    """Supports pour in on both while one is combined with the other; what does not add up."""
    people = [Actor.member(make_person(f"M{n}")) for n in range(16)]
    wrong: list[str] = []
    for _round in range(2):
        goes, stays = town.idea(), town.idea()

        def act(number: int, goes: Idea = goes, stays: Idea = stays) -> Any:
            if number == 16:
                time.sleep(wait)
                return merge_idea(actor=officer, idea=goes, into=stays)
            first, then = (goes, stays) if number % 2 else (stays, goes)
            done = []
            for idea in (first, then):
                with suppress(RuleBroken):
                    done.append(support_idea(actor=people[number], idea=idea))
            return done

        answers = at_once(act, 17)
        wrong += [repr(a) for a in answers if isinstance(a, Exception)]
        wrong += check()
        told = [[] if isinstance(a, Exception) else a for a in answers[:16]]
        confirmed = {people[n].person.pk for n, each in enumerate(told) if any(each)}
        counted = set(Support.objects.filter(idea=stays).values_list("person", flat=True))
        if confirmed != counted or Support.objects.filter(idea=goes).exists():
            wrong.append(f"{len(confirmed)} were told that they count, {len(counted)} do")
    return wrong


def test_combining_under_supports_keeps_everybody_once(town, staff):
    town.publish(support_limit=6)
    assert _merge_under_supports(town, staff["communications"]) == []


def test_without_the_boards_lock_a_support_is_left_behind(town, staff, monkeypatch):
    """The seeded fault: no exclusive row of the board, and a support that lingers."""
    monkeypatch.setattr(
        merging.Component.objects, "select_for_update", lambda **given: Component.objects.all()
    )
    insert_once = supporting.insert_once

    def linger(row: Any) -> bool:
        is_new = insert_once(row)
        time.sleep(0.3)
        return is_new

    monkeypatch.setattr(supporting, "insert_once", linger)
    assert _merge_under_supports(town, staff["communications"], wait=0.45) != []


def test_two_mergers_that_cross_leave_one_idea(town, staff):
    officer = staff["communications"]
    for _round in range(3):
        pair = [town.idea(), town.idea()]
        answers = at_once(
            lambda n, pair=pair: merge_idea(actor=officer, idea=pair[n], into=pair[1 - n]), 2
        )
        assert sum(isinstance(a, Idea) for a in answers) == 1
        assert [a.code for a in answers if isinstance(a, RuleBroken)] == ["merged"]
