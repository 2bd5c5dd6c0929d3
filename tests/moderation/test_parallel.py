"""Many at once, with real connections on PostgreSQL: one case, one decision, one request."""

from collections import Counter

import pytest

from participation.core.actors import Actor
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.moderation import actions
from participation.moderation.actions import deciding
from participation.moderation.models import Appeal, Case, Decision, Report
from tests.ideas.test_parallel import _room_for_many, at_once

__all__ = ["_room_for_many"]
pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 12


def codes(answers) -> Counter:
    return Counter(a.code if isinstance(a, RuleBroken) else type(a).__name__ for a in answers)


def test_many_who_report_at_once_open_one_case(idea, ideas):
    def act(number):
        return actions.report_thing(
            actor=Actor.guest(f"visitor{number}"), kind=ideas, thing=idea, key=new_key(),
            reason="abuse",
        )  # fmt: skip

    assert codes(at_once(act, AT_ONCE)) == {"Report": AT_ONCE}
    assert Case.objects.count() == 1
    assert Report.objects.count() == AT_ONCE


def decide_at_once(case, staff) -> Counter:
    moderators = [staff["moderator"], staff["communications"]]
    version = case.version

    def act(number):
        return actions.decide_case(
            actor=moderators[number % 2], case=case, what="hide", reason="rules", version=version
        )

    return codes(at_once(act, AT_ONCE))


def test_of_many_decisions_at_once_one_counts(case, staff):
    assert decide_at_once(case, staff) == {"Decision": 1, "version": AT_ONCE - 1}
    assert Decision.objects.count() == 1


def test_without_the_lock_the_checker_sees_more_than_one(case, staff, monkeypatch):
    """The seeded fault: nobody waits for the case's row, and the version is read too early."""
    monkeypatch.setattr(deciding, "locked", lambda row: Case.objects.get(pk=row.pk))
    monkeypatch.setattr(deciding.standing, "offered", lambda *args: list(deciding.What))
    monkeypatch.setattr(deciding, "_carry_out", lambda *args, **kwargs: None)
    assert decide_at_once(case, staff)["Decision"] > 1


def test_an_author_who_asks_many_times_at_once_asks_once(case, staff, author):
    decision = actions.decide_case(actor=staff["moderator"], case=case, what="hide", reason="rules")
    answers = at_once(
        lambda number: actions.ask_again(actor=author, decision=decision, words="Miksi?"), AT_ONCE
    )
    assert codes(answers) == {"Appeal": 1, "once": AT_ONCE - 1}
    assert Appeal.objects.count() == 1


def test_reports_while_somebody_decides_are_lost_to_nobody(idea, ideas, case, staff):
    """Each report stands in the case that was open, or opens the next one; the decision is one."""

    def act(number):
        if number == AT_ONCE // 2:
            return actions.decide_case(
                actor=staff["moderator"], case=case, what="leave", version=case.version
            )
        return actions.report_thing(
            actor=Actor.guest(f"late{number}"), kind=ideas, thing=idea, key=new_key(),
            reason="abuse",
        )  # fmt: skip

    assert codes(at_once(act, AT_ONCE)) == {"Report": AT_ONCE - 1, "Decision": 1}
    assert Report.objects.count() == AT_ONCE
    assert Case.objects.open().count() <= 1
    late = Report.objects.filter(case=case, at__gt=Decision.objects.get().at)
    assert not late.exists()
