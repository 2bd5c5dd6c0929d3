"""A little work for a visitor's browser instead of a picture puzzle for the visitor.

The browser looks for a number whose hash is the one asked for (static/…/proof.js), which
takes a moment and nobody's attention. A proof works once and for an hour.
"""

from datetime import timedelta
from typing import Any

import altcha
from django.core.cache import cache
from django.utils.crypto import salted_hmac

from . import clock, conf

LIFETIME = timedelta(hours=1)
LONGEST = 2_000


def challenge() -> dict[str, Any]:
    """What the browser is asked, as plain JSON values."""
    asked = altcha.create_challenge_v1(
        altcha.ChallengeOptionsV1(
            max_number=conf.get("PROOF_WORK"),
            hmac_key=_key(),
            expires=clock.glance() + LIFETIME,
        )
    )
    return asked.to_dict()


def is_proof(payload: str) -> bool:
    """Whether this answers a challenge of ours, for the first time."""
    if not payload or len(payload) > LONGEST:
        return False
    try:
        is_right, _error = altcha.verify_solution_v1(payload, _key())
        mark = altcha.PayloadV1.from_base64(payload).signature
    except (AttributeError, KeyError, TypeError, ValueError):
        # Anything may come in here.
        return False
    # `add` is true for the first of two at once, too.
    return is_right and cache.add(f"raati:proof:{mark}", 1, int(LIFETIME.total_seconds()))


def _key() -> str:
    return salted_hmac("raati.proofs", "challenge").hexdigest()
