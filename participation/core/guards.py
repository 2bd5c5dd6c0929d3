"""Against floods and programs, never against a school: how often somebody may act.

Counted in the cache, forgotten after an hour. Limits are per person (or visitor's session)
and, much wider, per network address: two hundred pupils share one. Addresses are kept as
keyed hashes only.
"""

import ipaddress
from collections.abc import Callable
from datetime import UTC, timedelta
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from . import clock, conf
from .actors import actor_for, guest_session
from .rules import RuleBroken

HOUR = 3600


class TooMany(RuleBroken):
    """So much at once is not taken (429); what was typed stays in the form."""

    status = 429

    def __init__(self) -> None:
        super().__init__(
            "too_many",
            _("That was a lot in a short time. Wait an hour; nothing you wrote is lost."),
        )


def _from_connection(request: HttpRequest) -> str:
    return request.META.get("REMOTE_ADDR") or "127.0.0.1"


_read_address: Callable[[HttpRequest], str] = _from_connection


def register_address(read: Callable[[HttpRequest], str]) -> None:
    """Let the site tell a visitor's address, where its own proxies stand in front."""
    global _read_address
    _read_address = read


def source_mark(request: HttpRequest) -> str:
    """A keyed hash of the visitor's address, for limits and for seeing bursts.

    Its key changes every day at noon (UTC), when nobody's night is cut in two: the marks of one
    visitor on two days have nothing in common.
    """
    day = (clock.glance().astimezone(UTC) - timedelta(hours=12)).date().isoformat()
    return salted_hmac("raati.source", f"{day} {_network(_read_address(request))}").hexdigest()[:32]


def _network(address: str) -> str:
    """The address, of IPv6 only the part that one household or school has for itself."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def count(name: str, seconds: int = HOUR) -> int:
    """Count one more under `name`; the number in the stretch of time that began with the first."""
    key = f"raati:guard:{name}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:
        # It ran out between the two calls.
        cache.set(key, 1, seconds)
        return 1


def require_rate(request: HttpRequest, act: str) -> None:
    """Count this attempt of `act`; TooMany when its person, session or address had too many."""
    actor = actor_for(request)
    if actor.is_member:
        limits = _limits_of_member(actor.user, act)
    else:
        limits = [
            (f"{act}:{guest_session(request).ref}", conf.get("GUEST_HOURLY"), HOUR),
            (f"{act}:guests:{source_mark(request)}", conf.get("GUESTS_HOURLY"), HOUR),
        ]
    limits.append((f"{act}:{source_mark(request)}", conf.get("SOURCE_HOURLY"), HOUR))
    # All are counted, so that one limit does not hide another.
    used = [(count(name, seconds), most) for name, most, seconds in limits]
    if any(number > most for number, most in used):
        raise TooMany


def _limits_of_member(user: Any, act: str) -> list[tuple[str, int, int]]:
    limits = [(f"{act}:user:{user.pk}", conf.get("PERSON_HOURLY"), HOUR)]
    hours = conf.get("NEW_ACCOUNT_HOURS")
    if is_new(user):
        # All that a new account does counts together.
        limits.append((f"new:{user.pk}", conf.get("NEW_ACCOUNT_ACTS"), hours * HOUR))
    return limits


def is_new(user: Any) -> bool:
    """Whether the account is younger than RAATI_NEW_ACCOUNT_HOURS; 0 knows no new accounts."""
    joined = getattr(user, "date_joined", None)
    hours = conf.get("NEW_ACCOUNT_HOURS")
    return joined is not None and clock.glance() - joined < timedelta(hours=hours)
