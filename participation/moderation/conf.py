"""Deployers' settings of moderation, read late."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # So many supports or signatures for one thing, new things in one place, or reports of one
    # thing within RAATI_BURST_MINUTES are looked at …
    "BURST_SUPPORTS": 30,
    "BURST_THINGS": 15,
    "BURST_REPORTS": 15,
    "BURST_MINUTES": 15,
    # … and flagged when at least this share of them has something odd in common.
    "BURST_SHARE": 0.7,
    # Days after the decision for which a visitor's secret address tells what became of a report.
    "REPORT_LINK_DAYS": 30,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])
