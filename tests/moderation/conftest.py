"""A board with an idea on it, its author, those who read the queues, and somebody who reports."""

from typing import Any

import pytest

from participation.core import moderatable
from participation.core.actors import Actor
from participation.core.receipts import new_key
from participation.core.roles import Role
from participation.ideas.models import Idea
from participation.moderation.actions import report_thing
from participation.moderation.models import Case, Report, ReportReason
from tests.ideas.conftest import Town, desk, make_person, make_staff, staff, town

__all__ = ["desk", "staff", "town"]


@pytest.fixture
def ideas() -> moderatable.Moderatable:
    kind = moderatable.kind_of(Idea._meta.label)
    assert kind is not None
    return kind


@pytest.fixture
def author(town: Town) -> Actor:
    return town.resident("Aino")


@pytest.fixture
def idea(town: Town, author: Actor) -> Idea:
    return town.idea(author=author, title="Penkki rantaan", text="Rannalla ei voi istua.")


@pytest.fixture
def report(ideas: moderatable.Moderatable, idea: Idea) -> Any:
    """Report the idea, by a visitor of that session unless told otherwise."""

    def send(
        session: str = "visitor", reason: str = ReportReason.ABUSE, words: str = "", **given: Any
    ) -> Report:
        fields = {"actor": Actor.guest(session), "kind": ideas, "thing": idea, "key": new_key()}
        return report_thing(**{**fields, "reason": reason, "words": words, **given})

    return send


@pytest.fixture
def case(report: Any) -> Case:
    return report().case


@pytest.fixture
def second(staff: dict[str, Actor]) -> Actor:
    """Another moderator."""
    return make_staff("Sisko", Role.MODERATOR)


@pytest.fixture
def guardian(staff: dict[str, Actor]) -> Actor:
    """Who reads that somebody is in danger."""
    return make_staff("Turvo", Role.SAFEGUARDING)


def somebody(name: str) -> Actor:
    return Actor.member(make_person(name))
