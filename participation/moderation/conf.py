"""Deployers' settings of moderation, read late."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # So many supports for one thing within RAATI_BURST_MINUTES are looked at …
    "BURST_SUPPORTS": 30,
    "BURST_MINUTES": 15,
    # … and flagged when at least this share of them has something odd in common.
    "BURST_SHARE": 0.7,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])
