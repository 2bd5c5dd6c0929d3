"""Deployers' settings of the notices, read late."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # The local hour at which the day's and (on Mondays) the week's notices are mailed.
    "DIGEST_HOUR": 8,
    # The hours in which nobody is mailed unless they choose others: from, until.
    "QUIET_HOURS": (21, 8),
    # Mails of notices that one person gets in seven days unless they choose another number.
    "WEEKLY_MAILS": 10,
    # Days that a notice stays in the list.
    "NOTICE_DAYS": 365,
    # Days before the end of which followers of a place are told that it closes.
    "CLOSES_SOON_DAYS": 3,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])
