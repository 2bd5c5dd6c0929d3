"""What this process's live updates have done, in numbers, for staff and tests."""

from collections import Counter
from threading import Lock

#: Every counter there is, with what it counts.
COUNTERS = {
    "delivered": "frames handed to sockets",
    "dropped": "frames thrown away for sockets that were too slow",
    "behind": "times a slow socket was told to catch up",
    "cut": "readers cut off because they took nothing",
    "kicked": "sockets closed because their session ended",
    "gone": "subscriptions ended because the right to read had ended",
    "refused": "subscriptions, frames and sockets refused",
    "layer_errors": "calls to the channel layer that failed",
    "database_errors": "reads of the database that failed",
    "late": "versions first noticed by the look at the database",
}
_counts: Counter[str] = Counter()
_lock = Lock()


def count(name: str, by: int = 1) -> None:
    """Add to a counter; KeyError for one that is not listed."""
    if name not in COUNTERS:
        raise KeyError(name)
    with _lock:
        _counts[name] += by


def snapshot() -> dict[str, int]:
    """All counters since this process began."""
    with _lock:
        return {name: _counts[name] for name in COUNTERS}
