"""How old somebody may be, from what is known of their birthday. Pure.

A birthday is never kept. A year leaves 365 or 366 days open, a proof ("at least 15") leaves
years open; whatever is asked is answered yes or no only if every day left open says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Born:
    """The earliest and the latest day of birth that is possible; None: no limit is known."""

    earliest: date | None = None
    latest: date | None = None

    @classmethod
    def in_year(cls, year: int | None) -> "Born":
        if year is None:
            return cls()
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def aged(cls, age: int, on: date) -> "Born":
        """Everybody who is `age` years old on that day."""
        return cls(years_before(on, age + 1) + timedelta(days=1), years_before(on, age))

    @property
    def is_known(self) -> bool:
        return self.earliest is not None or self.latest is not None

    def meet(self, other: "Born") -> "Born | None":
        """What both leave open; None when they contradict each other."""
        earliest = max((d for d in (self.earliest, other.earliest) if d), default=None)
        latest = min((d for d in (self.latest, other.latest) if d), default=None)
        if earliest and latest and earliest > latest:
            return None
        return Born(earliest, latest)


ANY_AGE = Born()


def age_on(born: date, day: date) -> int:
    """Whole years on that day. Who was born on 29 February grows older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier, 28 February where there is no 29th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def is_within(born: Born, youngest: int | None, oldest: int | None, on: date) -> bool | None:
    """Whether somebody born then is from `youngest` to `oldest` years old; None: not certain."""
    least = age_on(born.latest, on) if born.latest else None
    most = age_on(born.earliest, on) if born.earliest else None
    too_young = youngest is not None and most is not None and most < youngest
    too_old = oldest is not None and least is not None and least > oldest
    if too_young or too_old:
        return False
    old_enough = youngest is None or (least is not None and least >= youngest)
    young_enough = oldest is None or (most is not None and most <= oldest)
    return True if old_enough and young_enough else None
