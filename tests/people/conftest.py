"""A small town with one board, and people who have told nothing yet."""

from tests.ideas.conftest import Town, make_person, make_staff, town

__all__ = ["Town", "make_person", "make_staff", "town"]
