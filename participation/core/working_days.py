"""Working days: not the weekend, not a public holiday, not a quiet month.

What a municipality promises "in 15 working days" is counted here. Pure: days in, days out; which
holidays and months apply is the deployer's (RAATI_HOLIDAYS, RAATI_QUIET_MONTHS).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays
from django.core.checks import Error, register

from . import conf

ALL_YEAR = range(1, 13)
_SATURDAY = 5


@dataclass(frozen=True)
class Calendar:
    """Which days an office is open: by country ("FI", "SE", "" for none) and quiet months."""

    country: str = "FI"
    quiet: frozenset[int] = frozenset({7})

    def is_open(self, day: date) -> bool:
        if day.weekday() >= _SATURDAY or day.month in self.quiet:
            return False
        return not self.country or day not in _holidays(self.country)

    def later(self, day: date, count: int) -> date:
        """The `count`th working day after `day`; 0 is that day itself or the next working day."""
        here = day if count else day - timedelta(days=1)
        left = max(count, 1)
        while left:
            here += timedelta(days=1)
            left -= self.is_open(here)
        return here

    def earlier(self, day: date, count: int) -> date:
        """The latest day since which `count` working days have gone by with `day`; 0 is `day`."""
        here, left = day, count
        while left > 0:
            left -= self.is_open(here)
            here -= timedelta(days=1)
        return here

    def between(self, first: date, last: date) -> int:
        """How many working days lie after `first`, up to and with `last`."""
        days = (last - first).days
        return sum(self.is_open(first + timedelta(days=n)) for n in range(1, days + 1))


@lru_cache(maxsize=8)
def _holidays(country: str) -> Collection[date]:
    return holidays.country_holidays(country)


def calendar() -> Calendar:
    """The municipality's calendar, as the settings say it."""
    return Calendar(conf.get("HOLIDAYS"), frozenset(conf.get("QUIET_MONTHS")))


@register()
def check_calendar(**_given: object) -> list[Error]:
    """A calendar that no day could be counted with stops the start, not somebody's idea."""
    found = []
    country, quiet = conf.get("HOLIDAYS"), set(conf.get("QUIET_MONTHS"))
    if country and country not in holidays.list_supported_countries():
        found.append(Error(f"RAATI_HOLIDAYS: there is no country {country!r}.", id="raati.E001"))
    if not quiet <= set(ALL_YEAR) or quiet == set(ALL_YEAR):
        hint = "Numbers from 1 to 12, and not all of them."
        found.append(Error("RAATI_QUIET_MONTHS names no such months.", hint=hint, id="raati.E002"))
    return found
