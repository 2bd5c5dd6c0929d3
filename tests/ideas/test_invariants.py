"""Whatever people do in whatever order, the counters are the rows."""

import contextlib
from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.core.models import Right
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    hide_idea,
    restore_idea,
    support_idea,
    withdraw_idea,
    withdraw_support,
)
from participation.ideas.models import Idea, Support

NAMES = ("Aino", "Eino", "Helmi")
IDEAS = 3
LIMIT = 2

acts = st.lists(
    st.tuples(
        st.sampled_from(["support", "support", "back", "withdraw", "hide", "restore"]),
        st.sampled_from(NAMES),
        st.integers(0, IDEAS - 1),
    ),
    max_size=25,
)


def check() -> None:
    for idea in Idea.objects.all():
        assert idea.support_count == Support.objects.filter(idea=idea).count()
    held = Counter(Support.objects.values_list("person", flat=True))
    for right in Right.objects.filter(act="support"):
        assert right.used == held[right.person_id]
        assert right.used <= LIMIT


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=acts)
def test_counts_are_supports_and_used_rights_are_supports_held(town, staff, steps):
    town.publish(support_limit=LIMIT)
    people = {name: town.resident(name) for name in NAMES}
    with transaction.atomic():
        ideas = [town.idea(people[name]) for name in NAMES]
        for act, name, number in steps:
            idea, actor = Idea.objects.get(pk=ideas[number].pk), people[name]
            with contextlib.suppress(RuleBroken, Refused):
                do(act, actor, staff["moderator"], idea)
            check()
        transaction.set_rollback(True)


def do(act: str, actor, moderator, idea: Idea) -> None:
    if act == "support":
        support_idea(actor=actor, idea=idea)
    elif act == "back":
        withdraw_support(actor=actor, idea=idea)
    elif act == "withdraw":
        withdraw_idea(actor=actor, idea=idea)
    elif act == "hide":
        hide_idea(actor=moderator, idea=idea, reason="law")
    else:
        restore_idea(actor=moderator, idea=idea, reason="ok")
