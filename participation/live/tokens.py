"""Subscription tokens: the page says what may be read, the signature that the page said it.

A token opens nothing by itself: the right is asked anew when it is used. It
stops people from trying names, and binds a private stream to one person
without naming them.
"""

import re
import time
from dataclasses import dataclass

from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from participation.core.models import Person

from . import conf

_SHAPE = re.compile(r"[A-Za-z0-9_:=-]{1,400}", re.ASCII)
_signer = signing.Signer(salt="raati.live.token")


@dataclass(frozen=True)
class Claim:
    """What a genuine token says."""

    stream: str
    holder: str | None
    expires: int

    @property
    def expired(self) -> bool:
        return self.expires <= time.time()

    def held_by(self, public_id: str | None) -> bool:
        """Whether the person with this public id may use it; everybody may use an unbound one."""
        if self.holder is None:
            return True
        return bool(public_id) and constant_time_compare(self.holder, _mark(str(public_id)))


def _mark(public_id: str) -> str:
    return salted_hmac("raati.live.person", public_id).hexdigest()[:20]


def make(stream: str, person: Person | None = None) -> str:
    """A token for `stream`; without a person it may stand in a shared page.

    The same all through an hour, so that shared pages stay the same too.
    """
    hours = int(time.time() // 3600) + 1 + conf.get("TOKEN_HOURS")
    holder = _mark(person.public_id) if person else None
    return _signer.sign_object([holder, stream, hours])


def read(token: object) -> Claim | None:
    """The claim of a token that this site has made, expired or not; None for anything else."""
    if not isinstance(token, str) or not _SHAPE.fullmatch(token):
        return None
    try:
        holder, stream, hours = _signer.unsign_object(token)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Claim(stream, holder, hours * 3600)
