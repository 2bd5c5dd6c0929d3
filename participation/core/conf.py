"""Deployers' settings, read late so that tests and sites may override them."""

from pathlib import Path
from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # Seconds that a shared page may sit in the proxy's micro-cache.
    "SHARED_SECONDS": 2,
    # Seconds after which an unfinished fact is taken up by the clock command.
    "FACT_RETRY_SECONDS": 30,
    # Days that receipts and finished facts are kept.
    "KEEP_DAYS": 30,
    # Largest side of a stored photo in pixels, and largest upload in bytes.
    "PHOTO_SIDE": 1600,
    "PHOTO_BYTES": 10 * 1024 * 1024,
    # Seconds without a round of the clock command after which /healthz/ready fails.
    "HEARTBEAT_SECONDS": 300,
    # Whose public holidays are no working days (an ISO country code, "" for nobody's).
    "HOLIDAYS": "FI",
    # Months in which no answer falls due: July, when offices in Finland are empty.
    "QUIET_MONTHS": (7,),
    # Minutes after which the words of visible content are collected anew for suggestions.
    "SEARCH_WORDS_MINUTES": 60,
    # The site shows demonstration material: banner, no indexing.
    "DEMO": False,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])


def private_root() -> Path:
    """RAATI_PRIVATE_ROOT, or a folder `private` beside MEDIA_ROOT."""
    root = getattr(settings, "RAATI_PRIVATE_ROOT", None)
    return Path(root) if root else Path(settings.MEDIA_ROOT or "media").parent / "private"
