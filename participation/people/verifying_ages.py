"""What an age tells about the day of birth, and no more. Pure."""

from datetime import date, timedelta

from .birth import Born, age_on, years_before

OLDEST = 130
ANY_AGE = Born()


def at_least(years: int, on: date) -> Born:
    """Somebody who is that old, or older, on the day `on`."""
    return Born(latest=years_before(on, years))


def under(years: int, until: date) -> Born:
    """Somebody who is still younger on the day `until`."""
    return Born(earliest=years_before(until, years) + timedelta(days=1))


def around(birthday: date, on: date) -> Born | None:
    """A birthday reduced to whole years at the day `on`; None for one that nobody has."""
    years = age_on(birthday, on)
    return Born.aged(years, on) if 0 <= years <= OLDEST else None


def is_possible(born: Born) -> bool:
    """Whether anybody can be born then."""
    return born.earliest is None or born.latest is None or born.earliest <= born.latest
