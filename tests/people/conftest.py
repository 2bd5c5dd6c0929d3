"""A small town with one board, and people who have told nothing yet."""

import pytest

from participation.core.models import Component
from participation.ideas.models import IdeaBoardPage
from tests.ideas.conftest import Town, make_person, make_staff, town

__all__ = ["Town", "make_person", "make_staff", "town"]


@pytest.fixture
def always_open(town):
    """The board has no dates: the clock of some tests stands on a day of their own."""
    for model in (IdeaBoardPage, Component):
        model.objects.update(opens_at=None, closes_at=None)
