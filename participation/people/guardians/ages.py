"""Who needs a guardian's consent, by what is known of a birthday. Pure but for the setting."""

from datetime import date, timedelta

from .. import conf
from ..birth import Born, age_on, is_within, years_before


def is_child(born: Born, on: date) -> bool | None:
    """Whether somebody born then is below the age limit on that day; None: not certain."""
    limit = conf.get("CONSENT_AGE")
    if not limit or not born.is_known:
        return False
    return is_within(born, None, limit - 1, on)


def is_boundary_year(year: int, on: date) -> bool:
    """Whether the year alone does not tell."""
    return is_child(Born.in_year(year), on) is None


def grown_on(born: Born) -> date | None:
    """The day from which certainly no consent is needed; None where nobody can tell."""
    if born.latest is None:
        return None
    age = conf.get("CONSENT_AGE")
    day = years_before(born.latest, -age)
    # Who was born on 29 February grows older on 1 March.
    return day if age_on(born.latest, day) >= age else day + timedelta(days=1)
