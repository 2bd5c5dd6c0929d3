"""Deployers' settings of the idea boards, read late."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # Days before an answer is due on which its owner is reminded.
    "IDEAS_REMIND_DAYS": 5,
    # A path of this site under which the proxy hands out map tiles; "": outlines only.
    "MAP_TILES": "",
    # Whoever drew those tiles, as they ask to be named.
    "MAP_TILES_CREDIT": "",
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])
