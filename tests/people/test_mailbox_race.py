"""Two accounts of one mailbox at the same moment, with real connections on PostgreSQL."""

import pytest

from participation.core.eligibility import NotEligible
from participation.ideas.actions import support_idea
from participation.ideas.models import Support
from participation.people import counting
from participation.people.models import MailboxUse
from tests.ideas.test_parallel import _room_for_many, at_once  # noqa: F401 - a fixture

from .test_taking_part import ONCE, twin

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TWINS = 12


def race(town) -> list[object]:
    """Every account of one mailbox supports the same idea at once."""
    idea = town.idea()
    town.publish(eligibility=ONCE)
    actors = [twin(town, f"Onni{n}", f"onni+{n}@example.org") for n in range(TWINS)]
    answers = at_once(lambda n: support_idea(actor=actors[n], idea=idea), TWINS)
    odd = [a for a in answers if a is not True and not isinstance(a, NotEligible)]
    assert not odd
    return [answer for answer in answers if answer is True]


def test_of_many_accounts_with_one_mailbox_one_takes_part(town):
    assert len(race(town)) == 1
    assert Support.objects.count() == 1
    assert MailboxUse.objects.count() == 1


def test_without_the_unique_mailbox_the_race_would_be_lost(town, monkeypatch):
    """The seeded fault: looking alone, without writing it down, lets all of them through."""
    monkeypatch.setattr(counting, "insert_once", lambda row: True)
    assert len(race(town)) > 1
