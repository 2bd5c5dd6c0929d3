"""The only clock. What decides anything is read from the database, after the lock.

Web hosts' clocks drift apart; the database is one for all of them. Instants are
aware and in UTC; a window of time is half-open: [opens, closes).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

from django.db import connection
from django.utils import timezone

_frozen: datetime | None = None

_QUESTIONS = {
    # now() would be the transaction's start, from before the lock was waited for.
    "postgresql": "SELECT clock_timestamp()",
    "sqlite": "SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')",
}


def now() -> datetime:
    """The database's time, aware, in UTC: one query. Decisions read this one."""
    if _frozen is not None:
        return _frozen
    with connection.cursor() as cursor:
        cursor.execute(_QUESTIONS[connection.vendor])
        value = cursor.fetchone()[0]
    if isinstance(value, str):
        return datetime.fromisoformat(value).replace(tzinfo=UTC)
    return value.astimezone(UTC)


def glance() -> datetime:
    """This process's time, for showing only ("closes in 3 days"); costs no query."""
    return _frozen or timezone.now()


def today() -> date:
    """The local calendar day (settings.TIME_ZONE) by the database's clock."""
    return timezone.localdate(now())


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Let the whole process believe that it is `at` (aware). For tests and stories."""
    global _frozen
    if timezone.is_naive(at):
        raise ValueError("The clock takes aware instants only.")
    before, _frozen = _frozen, at.astimezone(UTC)
    try:
        yield
    finally:
        _frozen = before


@contextmanager
def shifted(by: timedelta) -> Iterator[None]:
    """Freeze the clock `by` away from now."""
    with frozen(now() + by):
        yield
