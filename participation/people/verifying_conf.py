"""The deployer's settings about checking identities, read late so that tests may override them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # How long a proof holds, in days.
    "VERIFICATION_DAYS": 730,
    # How long the code in a letter can be used after it was printed, in days.
    "LETTER_DAYS": 30,
    # The secret behind the hashes of identifiers; older ones, so that it can be changed.
    "IDENTITY_KEY": "",
    "IDENTITY_OLD_KEYS": (),
    # Which claim of which identity service means what: {provider id: {"identifier": …}}.
    "IDENTITY_PROVIDERS": {},
}


def _get(name: str) -> Any:
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])


def verification_days() -> int:
    return _get("VERIFICATION_DAYS")


def letter_days() -> int:
    return _get("LETTER_DAYS")


def identity_keys() -> list[str]:
    """The key in use first, then the older ones."""
    old: Sequence[str] = _get("IDENTITY_OLD_KEYS")
    return [key for key in (_get("IDENTITY_KEY"), *old) if key]


def providers() -> Mapping[str, Mapping[str, Any]]:
    return _get("IDENTITY_PROVIDERS")
