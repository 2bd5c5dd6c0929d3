"""Receipts: an act that creates something carries a key, and a repeat gets the first answer."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from . import clock, conf
from .actors import Actor
from .ids import new_public_id
from .models import Receipt
from .rules import RuleBroken

_KEY = re.compile(r"[\w-]{8,64}", re.ASCII)


def new_key() -> str:
    """A key for the hidden field of a form."""
    return new_public_id() + new_public_id()


def _digest(content: Mapping[str, Any]) -> str:
    text = json.dumps(content, sort_keys=True, default=str, ensure_ascii=True)
    return hashlib.sha256(text.encode()).hexdigest()


def once(
    *,
    actor: Actor,
    key: str,
    act: str,
    content: Mapping[str, Any],
    make: Callable[[], str],
) -> tuple[str, bool]:
    """Run `make` for the first act with this key; returns (its answer, whether it ran now).

    The same key again returns the first answer, also when both arrive at once.
    RuleBroken("receipt") when the key comes back with other content, or is none.
    Call it inside the action's transaction.
    """
    if not _KEY.fullmatch(key):
        raise RuleBroken("receipt", _("The form was incomplete. Reload the page and try again."))
    digest = _digest(content)
    receipt, created = Receipt.objects.get_or_create(
        actor=actor.ref, key=key, defaults={"act": act, "digest": digest}
    )
    if not created:
        if (receipt.act, receipt.digest) != (act, digest):
            raise RuleBroken(
                "receipt",
                _("This form has already been sent with other content. Reload the page."),
            )
        return receipt.result, False
    receipt.result = make()
    receipt.save(update_fields=["result"])
    return receipt.result, True


def forget_old() -> int:
    """Delete receipts older than RAATI_KEEP_DAYS; returns how many."""
    limit = clock.now() - timedelta(days=conf.get("KEEP_DAYS"))
    return Receipt.objects.filter(at__lt=limit).delete()[0]
