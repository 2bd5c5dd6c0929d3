"""Participation in numbers: what the apps count, what organisers tell, and what may be added up.

The same person may come to three workshops and send an idea. So participations and events are
added; people and organisations never are: of several sources the largest is what is certain.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from uuid import UUID

from django.core.cache import cache
from django.db import models
from django.utils.translation import pgettext_lazy

from .models import Component

#: For so long a count is told again without counting: a page that everybody reads asks for it.
KEPT_SECONDS = 60


class Precision(models.TextChoices):
    """How exact a number is: organisers seldom count to the last head."""

    EXACT = "exact", pgettext_lazy("precision", "exactly")
    AT_LEAST = "at_least", pgettext_lazy("precision", "at least")
    OVER = "over", pgettext_lazy("precision", "over")
    NEARLY = "nearly", pgettext_lazy("precision", "nearly")
    ABOUT = "about", pgettext_lazy("precision", "about")


#: Those whose number is no more than the truth.
LOWER_BOUNDS = {Precision.EXACT, Precision.AT_LEAST, Precision.OVER}


@dataclass(frozen=True)
class Count:
    """A number and how exact it is."""

    number: int
    precision: Precision = Precision.EXACT

    @property
    def words(self) -> str:
        """What stands before the number; "" for an exact one."""
        return "" if self.precision == Precision.EXACT else str(self.precision.label)


@dataclass(frozen=True)
class Tally:
    """What one source tells; None where it tells nothing."""

    people: Count | None = None
    participations: Count | None = None
    organisations: Count | None = None
    workshops: Count | None = None

    def __bool__(self) -> bool:
        return any(getattr(self, each.name) for each in fields(self))


def added(counts: Iterable[Count | None]) -> Count | None:
    """The sum of numbers that count different things: exact only where all of them are."""
    found = [count for count in counts if count is not None]
    if not found:
        return None
    kinds = {count.precision for count in found} - {Precision.EXACT}
    if len(kinds) == 1:
        (precision,) = kinds
    elif not kinds:
        precision = Precision.EXACT
    else:
        precision = Precision.AT_LEAST if kinds <= LOWER_BOUNDS else Precision.ABOUT
    return Count(sum(count.number for count in found), precision)


def _certainty(count: Count) -> tuple[int, bool, bool]:
    """Of equal numbers the one that promises most is told, in whatever order they come."""
    return (count.number, count.precision == Precision.OVER, count.precision in LOWER_BOUNDS)


def largest(counts: Iterable[Count | None]) -> Count | None:
    """The largest of numbers that may count the same people: there are at least so many."""
    found = [count for count in counts if count is not None and count.number]
    if not found:
        return None
    most = max(found, key=_certainty)
    if len(found) == 1 or most.precision == Precision.OVER:
        return most
    exact = most.precision in LOWER_BOUNDS
    return Count(most.number, Precision.AT_LEAST if exact else Precision.ABOUT)


def together(tallies: Iterable[Tally]) -> Tally:
    """What several sources tell together; whoever came has taken part at least once."""
    each = list(tallies)
    return Tally(
        people=largest(t.people for t in each),
        participations=added(t.participations or t.people for t in each),
        organisations=largest(t.organisations for t in each),
        workshops=added(t.workshops for t in each),
    )


@dataclass(frozen=True)
class Counted:
    """What an app counts for one place: the tally, and its parts by name ({"ideas": 12})."""

    tally: Tally
    parts: Mapping[str, int] = field(default_factory=dict)


#: The places of one kind → what is counted for each; a few queries, however many they are.
Counter = Callable[[Sequence[Component]], dict[UUID, Counted]]
#: The parts of a count in words of the active language ("12 ideas").
Describe = Callable[[Mapping[str, int]], list[str]]
_counters: dict[str, tuple[Counter, Describe]] = {}


def register_counter(kind: str, count: Counter, describe: Describe) -> None:
    """Let an app tell the figures of its places, which are of component kind `kind`."""
    _counters[kind] = (count, describe)


def counted(components: Iterable[Component]) -> dict[UUID, Counted]:
    """The figures of those places that some app counts; a minute old at most."""
    by_address = {f"raati:figures:{row.key}": row for row in components if row.kind in _counters}
    known: dict[str, Counted] = cache.get_many(by_address) if by_address else {}
    asked = [row for address, row in by_address.items() if address not in known]
    for kind in {row.kind for row in asked}:
        answers = _counters[kind][0]([row for row in asked if row.kind == kind])
        fresh = {f"raati:figures:{key}": answer for key, answer in answers.items()}
        cache.set_many(fresh, KEPT_SECONDS)
        known |= fresh
    return {by_address[address].key: answer for address, answer in known.items()}


def in_words(component: Component, parts: Mapping[str, int]) -> list[str]:
    """The parts of a place's count, as its app says them."""
    return _counters[component.kind][1](parts) if component.kind in _counters else []
