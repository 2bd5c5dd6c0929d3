"""One natural person verifies one account: a keyed hash of the identifier, never the identifier.

The hash names its key and its namespace, so that keys can be changed and two services that
tell the same identifier (a personal identity code, say) can share one namespace.
"""

import base64
import hashlib
import hmac
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ImproperlyConfigured
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.models import Person
from participation.core.policies import Refused
from participation.core.statements import insert_once
from participation.core.when import day_text

from .models import IdentityKey
from .verifying_conf import identity_keys

_ID_LENGTH = 6


class IdentityTaken(Refused):
    """Somebody else's account is verified with this identity already."""


def digests(identifier: str, namespace: str) -> list[str]:
    """The hash under the key in use, then those under older keys."""
    keys = identity_keys()
    if not keys:
        raise ImproperlyConfigured("RAATI_IDENTITY_KEY is not set.")
    folded = unicodedata.normalize("NFKC", identifier).strip()
    return [_digest(key, folded, namespace) for key in keys]


def _digest(key: str, identifier: str, namespace: str) -> str:
    message = f"{namespace}\0{identifier}".encode("utf-8", "replace")
    value = base64.urlsafe_b64encode(hmac.digest(key.encode(), message, "sha256")).decode()
    return f"{_short('key', key)}.{_short('namespace', namespace)}.{value.rstrip('=')}"


def _short(purpose: str, text: str) -> str:
    return hashlib.sha256(f"raati.identity.{purpose}\0{text}".encode()).hexdigest()[:_ID_LENGTH]


def _namespace(digest: str) -> str:
    return digest.split(".")[1]


def require_free(person: Person | None, known_as: Sequence[str]) -> None:
    """IdentityTaken, before anything is made, where `claim` would refuse now."""
    row = IdentityKey.objects.filter(digest__in=known_as).first()
    if row is not None and (person is None or row.person_id != person.pk):
        _require_over(row)


def claim(person: Person, known_as: Sequence[str]) -> None:
    """Tie the identity to this person's account, inside the caller's transaction.

    IdentityTaken where it is another account's; one that was held after an erasure is taken
    over when its time is over. The unique digest decides between two who come at once.
    """
    row = IdentityKey.objects.select_for_update().filter(digest__in=known_as).first()
    if row is None:
        _require_no_other(person, known_as[0])
        fresh = IdentityKey(digest=known_as[0], person=person, at=clock.now())
        if insert_once(fresh):
            return
        row = IdentityKey.objects.select_for_update().get(digest=known_as[0])
    if row.person_id != person.pk:
        _require_over(row)
        _require_no_other(person, known_as[0])
    row.person, row.digest, row.held_until = person, known_as[0], None
    row.save(update_fields=["person", "digest", "held_until"])


def _require_over(row: IdentityKey) -> None:
    """Refuse while the other account has the identity, with the day where it ends."""
    if row.held_until is None:
        raise IdentityTaken(
            _(
                "You have already verified another account. Sign in with it, or ask us to join"
                " the two."
            )
        )
    if row.held_until > clock.now():
        raise IdentityTaken(
            gettext(
                "You have deleted an account that was verified as yours, and something it took"
                " part in is still open. You can verify a new account from %(day)s on."
            )
            % {"day": day_text(row.held_until)}
        )


def _require_no_other(person: Person, digest: str) -> None:
    """One account is one person's: by one service nobody is two people."""
    rows = IdentityKey.objects.filter(person=person)
    if any(_namespace(each.digest) == _namespace(digest) for each in rows):
        raise IdentityTaken(
            _("This account has been verified by somebody else. Sign in to your own account.")
        )


def hold_identity(person: Person, until: datetime) -> None:
    """After an erasure: nobody verifies a new account with this identity before `until`."""
    IdentityKey.objects.filter(person=person).update(held_until=until)


def release_identity(person: Person) -> None:
    """Let another account be verified with the identity from now on."""
    hold_identity(person, clock.now())


def forget_free() -> int:
    """Remove what is held for nobody any more; returns how many."""
    with transaction.atomic():
        gone, _each = IdentityKey.objects.filter(
            held_until__lte=clock.now(), person__erased_at__isnull=False
        ).delete()
    return gone
