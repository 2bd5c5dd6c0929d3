"""What happened to somebody's own data."""

from participation.core.facts import FactSignal

person_erased = FactSignal("person_erased")
