"""Deployers' settings, read late so that tests and sites may override them."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # Days before the due date on which the registry is reminded.
    "INITIATIVE_REMIND_DAYS": 30,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])
