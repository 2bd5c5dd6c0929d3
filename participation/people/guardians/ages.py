"""Who needs a guardian's consent, by what is known of a birthday. Pure but for the setting."""

from datetime import date

from .. import conf
from ..birth import Born, is_within, years_before


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
    # The first day on which everybody born until then has reached the age.
    return years_before(born.latest, -conf.get("CONSENT_AGE"))
