"""What writers call: publish versioned changes, hint at counts, revoke rights, end sockets."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from participation.core.fragments import Fragment

from .layer import broadcast
from .models import Change, Stream
from .registry import ELEMENT_ID, Edit, group_of, kind_of
from .sessions import digest

CONTROL = "live.ctl"


def publish(stream: str, edits: Sequence[Edit]) -> int:
    """Give the edits the stream's next versions; returns the last. Call it LAST in the action.

    Holds the stream's row lock till the transaction ends, so versions have no
    gaps and are in the order of commits. Sockets are told after commit.
    RuntimeError outside a transaction, LookupError for an unknown kind.
    """
    _check(stream)
    if not edits:
        raise ValueError("Nothing to publish.")
    take = _take_in_one_statement if connection.vendor == "postgresql" else _take_in_two
    version = take(stream, edits)
    if version is None:
        Stream.objects.bulk_create([Stream(name=stream)], ignore_conflicts=True)
        version = take(stream, edits)
    if version is None:
        raise RuntimeError(f"The stream {stream} could not be made.")
    _after_commit(group_of(stream), {"type": "live.changes", "s": stream, "v": version})
    return version


def hint(stream: str, *pieces: Fragment | str) -> None:
    """Say after commit that unversioned elements (counts) are to be drawn anew.

    Takes fragments or element ids. Writes nothing: the hubs draw the latest
    value themselves, at most twice a second, and find a lost hint at their look.
    """
    if kind_of(stream) is None:
        raise LookupError(f"No kind of stream is registered for {stream!r}.")
    elements = [piece if isinstance(piece, str) else piece.element_id for piece in pieces]
    for element in elements:
        if not ELEMENT_ID.fullmatch(element):
            raise ValueError(f"Not an element id: {element!r}")
    _after_commit(group_of(stream), {"type": "live.dirty", "s": stream, "e": elements})


def revoke(stream: str) -> None:
    """Somebody may have lost the right to read: call it in the transaction that takes it.

    Every delivery after the commit asks again who may read.
    """
    _check(stream)
    raised = Stream.objects.filter(name=stream).update(rights_version=F("rights_version") + 1)
    if not raised:
        Stream.objects.bulk_create([Stream(name=stream)], ignore_conflicts=True)
        Stream.objects.filter(name=stream).update(rights_version=F("rights_version") + 1)
    _after_commit(group_of(stream), {"type": "live.rights", "s": stream})


def end_session(session_key: str) -> None:
    """Close the sockets of one session everywhere, after commit."""
    _after_commit(CONTROL, {"type": "live.kick", "session": digest(session_key)})


def end_sessions_of(user: Any) -> None:
    """Close all sockets of a user everywhere, after commit (password change, ban)."""
    _after_commit(CONTROL, {"type": "live.kick", "user": str(user.pk)})


def _check(stream: str) -> None:
    if kind_of(stream) is None:
        raise LookupError(f"No kind of stream is registered for {stream!r}.")
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("Live changes are written inside the transaction of their action.")


def _after_commit(group: str, message: dict[str, Any]) -> None:
    transaction.on_commit(lambda: broadcast(group, message), robust=True)


def _columns(edit: Edit) -> tuple[str, str, str, str]:
    kind, public_id = (edit.ref.kind, edit.ref.id) if edit.ref else ("", "")
    return (edit.operation.value, edit.element, kind, public_id)


def _take_in_one_statement(stream: str, edits: Sequence[Edit]) -> int | None:
    """One round trip while the row is locked: three times the changes per second."""
    rows = ", ".join(["(%s::bigint, %s, %s, %s, %s)"] * len(edits))
    values: list[Any] = [len(edits), stream]
    for position, edit in enumerate(edits, start=1 - len(edits)):
        values += [position, *_columns(edit)]
    sql = f"""
        WITH taken AS (
            UPDATE {Stream._meta.db_table} SET version = version + %s
            WHERE name = %s RETURNING id, version
        ), written AS (
            INSERT INTO {Change._meta.db_table}
                (stream_id, version, operation, element, object_kind, object_id)
            SELECT taken.id, taken.version + edit.position,
                   edit.operation, edit.element, edit.kind, edit.public_id
            FROM taken, (VALUES {rows}) AS edit (position, operation, element, kind, public_id)
        )
        SELECT version FROM taken
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        row = cursor.fetchone()
    return row[0] if row else None


def _take_in_two(stream: str, edits: Sequence[Edit]) -> int | None:
    if not Stream.objects.filter(name=stream).update(version=F("version") + len(edits)):
        return None
    row = Stream.objects.get(name=stream)
    first = row.version - len(edits) + 1
    Change.objects.bulk_create(
        Change(
            stream=row,
            version=version,
            operation=edit.operation,
            element=edit.element,
            object_kind=edit.ref.kind if edit.ref else "",
            object_id=edit.ref.id if edit.ref else "",
        )
        for version, edit in enumerate(edits, start=first)
    )
    return row.version
