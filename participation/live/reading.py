"""Reading streams from the database: what changed, what it looks like now, who may see it.

Everything here is synchronous and runs in a thread. Nothing is remembered:
what is not visible at this moment is not in the answer.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models.functions import Now

from participation.core import clock
from participation.core.fragments import Fragment
from participation.core.models import Person

from . import conf
from .models import Change, Operation, Stream
from .registry import Ref, StreamKind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Verdict:
    """Who of the asked may read, and which rights were in force when that was asked."""

    rights: int
    version: int
    public: bool
    readers: frozenset[int]

    def admits(self, person: int | None) -> bool:
        return self.public or (person is not None and person in self.readers)


@dataclass
class Batch:
    """What happened in a stream after a version, drawn now, by language."""

    since: int | None
    version: int = 0
    #: Rights in force after the last piece was drawn: whoever was checked at
    #: this value or later may see every piece.
    rights: int = 0
    #: Microseconds of the database's clock before the first piece was drawn.
    stamp: int = 0
    #: The changes are too many or forgotten: load the page anew.
    too_far: bool = False
    changes: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    hints: dict[str, dict[str, str]] = field(default_factory=dict)


def judge(kind: StreamKind, stream: str, persons: Collection[int]) -> Verdict:
    """Ask who may read; the rights are read first, so a later removal shows as a higher value."""
    row = Stream.objects.filter(name=stream).values_list("rights_version", "version").first()
    rights, version = row or (0, 0)
    public = kind.is_public(stream)
    readers: Iterable[int] = ()
    if persons and not public:
        readers = kind.may_read(persons, stream)
    return Verdict(rights, version, public, frozenset(readers))


def person_of(user_id: Any) -> tuple[int, str] | None:
    """Primary key and public id of the person behind a user."""
    return Person.objects.filter(user_id=user_id).values_list("pk", "public_id").first()


def read(
    kind: StreamKind,
    stream: str,
    since: int | None,
    elements: Collection[str],
    languages: Collection[str],
) -> Batch:
    """The changes after `since` and the current `elements`, drawn in each language.

    Five small queries, however many languages. `since` None asks for no changes.
    """
    batch = Batch(since)
    batch.version, batch.stamp = _beginning(stream)
    rows = [] if since is None else _rows(stream, since, batch)
    refs = {_ref(row) for row in rows if row.object_kind}
    drawn = _drawn(kind.render(stream, refs) if refs else {}, languages)
    ids = {ref: fragment.element_id for ref, (fragment, _html) in drawn.items()}
    current = _drawn(kind.now(stream, elements) if elements else {}, languages)
    for language in languages:
        changes = [_told(row, language, drawn, ids) for row in _last_words(rows)]
        batch.changes[language] = [change for change in changes if change]
        batch.hints[language] = {key: html[language] for key, (_f, html) in current.items()}
    batch.rights = rights_of(stream)
    return batch


def rights_of(stream: str) -> int:
    return Stream.objects.filter(name=stream).values_list("rights_version", flat=True).first() or 0


def version_of(stream: str) -> int:
    """The stream's version; a page reads it BEFORE it reads what it shows."""
    return Stream.objects.filter(name=stream).values_list("version", flat=True).first() or 0


def _beginning(stream: str) -> tuple[int, int]:
    row = Stream.objects.filter(name=stream).values_list("version", Now()).first()
    version, at = row or (0, clock.now())
    return version, (at - _EPOCH) // timedelta(microseconds=1)


def _rows(stream: str, since: int, batch: Batch) -> list[Change]:
    """The changes after `since`, without a hole, or none and `too_far`."""
    if since == batch.version:
        return []
    limit = conf.get("CATCH_UP_CHANGES")
    rows: list[Change] = []
    if 0 <= since < batch.version <= since + limit:
        found = Change.objects.filter(stream__name=stream, version__gt=since)
        rows = list(found.order_by("version")[: limit + 1])
    if not rows or rows[0].version != since + 1 or len(rows) > limit:
        batch.too_far = True
        return []
    batch.version = rows[-1].version
    return rows


def _ref(row: Change) -> Ref:
    return Ref(row.object_kind, row.object_id)


def _drawn(fragments: Any, languages: Collection[str]) -> dict[Any, tuple[Fragment, dict]]:
    return {
        key: (fragment, {language: fragment.html(language) for language in languages})
        for key, fragment in fragments.items()
    }


def _last_words(rows: list[Change]) -> list[Change]:
    """Without replacements that a later one makes void."""
    last = {row.element: row.version for row in rows if row.operation == Operation.REPLACE}
    return [
        row
        for row in rows
        if row.operation != Operation.REPLACE or last[row.element] == row.version
    ]


def _told(
    row: Change, language: str, drawn: dict[Ref, tuple[Fragment, dict]], ids: dict[Ref, str]
) -> dict[str, Any] | None:
    told: dict[str, Any] = {"v": row.version, "op": row.operation, "el": row.element}
    if row.operation == Operation.REMOVE:
        return told
    piece = drawn.get(_ref(row))
    if piece is None:
        gone = row.operation == Operation.REPLACE
        return {**told, "op": Operation.REMOVE.value} if gone else None
    return {**told, "id": ids[_ref(row)], "html": piece[1][language]}
