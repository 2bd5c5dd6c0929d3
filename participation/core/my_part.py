"""What one person did here and what became of it: each package tells its own kinds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, F, QuerySet, Value
from django.utils.functional import Promise

if TYPE_CHECKING:
    from .models import Person

Text = str | Promise


@dataclass(frozen=True)
class Deed:
    """One thing that somebody did, as their list shows it."""

    at: datetime
    #: What it was: "Idea you sent".
    what: Text
    title: str
    language: str
    #: Where to read it; "" where nobody may look any more.
    address: str
    #: What became of it, in words.
    became: Any = ""
    icon: str = "circle-dot"


@dataclass(frozen=True)
class Kind:
    """A kind of deeds: the person's rows, when each was done, and how they are told."""

    name: str
    rows: "Callable[[Person], QuerySet[Any]]"
    #: The field that says when.
    at: str
    #: Tells rows of one page, each once, with no question for each.
    tell: Callable[[Sequence[Any]], Sequence[Deed]]


_kinds: dict[str, Kind] = {}


def register_deeds(kind: Kind) -> None:
    """Enter a kind of deeds, from an app's ready()."""
    _kinds[kind.name] = kind


class Deeds:
    """All deeds of a person, newest first; a list as Django's Paginator wants it.

    One question for how many, one for which, then one for each kind on the page.
    """

    def __init__(self, person: "Person") -> None:
        self.person = person
        self.rows = _union([_keys(kind, person) for kind in _kinds.values()])

    def count(self) -> int:
        return self.rows.count() if self.rows is not None else 0

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Deed]:
        if self.rows is None:
            return []
        chosen = list(self.rows.order_by("-did_at", "deed", "-key")[part])
        told: dict[tuple[str, Any], Deed] = {}
        for name in {row["deed"] for row in chosen}:
            kind, keys = _kinds[name], [row["key"] for row in chosen if row["deed"] == name]
            found = list(kind.rows(self.person).filter(pk__in=keys))
            told |= {
                (name, row.pk): deed for row, deed in zip(found, kind.tell(found), strict=True)
            }
        at = [(row["deed"], row["key"]) for row in chosen]
        return [told[each] for each in at if each in told]


def _keys(kind: Kind, person: "Person") -> QuerySet[Any]:
    rows = kind.rows(person).order_by()
    # Joins that only serve telling would stand in every part of the union.
    plain = rows.select_related(None).annotate(
        deed=Value(kind.name, output_field=CharField()), key=F("pk"), did_at=F(kind.at)
    )
    return plain.values("deed", "key", "did_at")


def _union(parts: list[QuerySet[Any]]) -> QuerySet[Any] | None:
    return parts[0].union(*parts[1:], all=True) if parts else None
