"""Pieces of HTML that this process has drawn before from the very same values.

A list of twenty cards is mostly template work, and most of its cards were drawn for
the reader before. A kept piece never goes stale: its key is everything it was drawn
from, so another count, word or language is another key. What looks at the clock, at
a person or at rows beyond its key must not be kept.
"""

import json
from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from threading import Lock
from uuid import UUID

from django.db.models import Model
from i18nfield.strings import LazyI18nString

#: Some ten megabytes of cards.
MOST = 2_000
_PLAIN = (str, int, float, bool, date, Decimal, UUID, type(None))
_kept: dict[Hashable, str] = {}
_lock = Lock()


def recall(key: Hashable) -> str | None:
    """What was drawn for this key, if it is remembered."""
    return _kept.get(key)


def keep(key: Hashable, html: str) -> None:
    """Remember it; the oldest makes room."""
    with _lock:
        while len(_kept) >= MOST:
            del _kept[next(iter(_kept))]
        _kept[key] = html


def forget() -> None:
    """Empty the memory."""
    with _lock:
        _kept.clear()


def as_key(value: object, seen: frozenset[int] = frozenset()) -> Hashable:
    """The value as part of a key: of a row every loaded value, its loaded relations' included.

    A row that many others share may say shorter, in `kept_key()`, what it is drawn from.
    TypeError for what cannot be told apart by its value.
    """
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, LazyI18nString):
        value = value.data
    if isinstance(value, Model):
        own = getattr(value, "kept_key", None)
        return own() if own else _row_key(value, seen)
    if isinstance(value, (list, tuple)):
        return tuple(as_key(each, seen) for each in value)
    return json.dumps(value)


def _row_key(row: Model, seen: frozenset[int]) -> Hashable:
    if id(row) in seen:
        return row.pk
    seen |= {id(row)}
    own = [(k, as_key(v, seen)) for k, v in row.__dict__.items() if k != "_state"]
    related = row._state.fields_cache.items()
    return (type(row), *own, *((k, as_key(v, seen)) for k, v in related))
