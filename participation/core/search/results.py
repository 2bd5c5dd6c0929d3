"""One page of results over all kinds of things, or over one of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from typing import Any

from .finding import Found, find
from .kinds import Hit, Kind, kinds
from .suggestions import any_word, did_you_mean
from .words import Query, read_query

PER_PAGE = 20
#: Nobody reads further; whoever tries gets the last page.
MOST_PAGES = 50


@dataclass
class Results:
    """What a search page shows."""

    query: Query
    #: The query whose results these are: another one where the typed one found nothing.
    shown: Query
    kind: str = ""
    number: int = 1
    counts: dict[str, int] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)

    @property
    def is_other_spelling(self) -> bool:
        return self.shown is not self.query and not self.shown.is_any

    @property
    def is_any_word(self) -> bool:
        return self.shown.is_any

    @property
    def total(self) -> int:
        return self.counts.get(self.kind, 0) if self.kind else sum(self.counts.values())

    @property
    def pages(self) -> int:
        return min(-(-self.total // PER_PAGE), MOST_PAGES)


def search(text: str, language: str, kind: str = "", number: int = 1) -> Results:
    """Results for what was typed; where there are none, for what may have been meant."""
    typed = read_query(text)
    if not typed:
        return Results(typed, typed, kind)
    searched = [(each, each.visible(language)) for each in kinds()]

    def counted(query: Query) -> dict[str, int]:
        return {each.name: find(rows, query).count() for each, rows in searched}

    counts, shown = counted(typed), typed
    if not any(counts.values()):
        other = did_you_mean(typed, lambda query: any(counted(query).values())) or any_word(typed)
        if other is not None:
            counts, shown = counted(other), other
    results = Results(typed, shown if any(counts.values()) else typed, kind, counts=counts)
    results.number = max(1, min(number, results.pages))
    chosen = [(each, rows) for each, rows in searched if kind in ("", each.name)]
    results.hits = _hits(chosen, results, language)
    return results


def _hits(chosen: list[tuple[Kind, Any]], results: Results, language: str) -> list[Hit]:
    """The window of results: the best of each kind, put together by how well they fit."""
    start, stop = (results.number - 1) * PER_PAGE, results.number * PER_PAGE
    best = [
        (fit, pk, place)
        for place, (kind, rows) in enumerate(chosen)
        if results.counts[kind.name]
        for fit, pk in find(rows, results.shown).ranked(0, stop)
    ]
    window = nlargest(stop, best)[start:stop]
    drawn: dict[tuple[int, int], Hit] = {}
    for place, (kind, rows) in enumerate(chosen):
        keys = [pk for _fit, pk, of in window if of == place]
        drawn |= _drawn(kind, rows, keys, place, results.shown, language)
    return [drawn[place, pk] for _fit, pk, place in window if (place, pk) in drawn]


def _drawn(
    kind: Kind, rows: Any, keys: Sequence[int], place: int, query: Query, language: str
) -> dict[tuple[int, int], Hit]:
    if not keys:
        return {}
    found = Found(rows, query).among(keys)
    hits = kind.show(found, query, language)
    return {(place, row.pk): hit for row, hit in zip(found, hits, strict=True) if hit}
