"""Deployers' settings about what people tell, read late so that tests may override them."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # Below this age a guardian has to say yes first (0: nobody is asked).
    "CONSENT_AGE": 13,
    # Days that a guardian has for it; then what was kept of the child is deleted.
    "CONSENT_DAYS": 14,
    # Days that a copy of one's own data can be fetched.
    "COPY_DAYS": 7,
    # The list of the erased; "": erased.txt beside the folder of private files.
    "ERASED_FILE": "",
    # Days that an erased person's identity is held for a place of participation without an end.
    "HELD_DAYS": 365,
    # Days without signing in after which an account is deleted.
    "INACTIVE_DAYS": 3 * 365,
    # Days after which somebody may change what they told of themselves.
    "TOLD_DAYS": 7,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])
