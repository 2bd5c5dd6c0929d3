"""Find rows by their words, in Wagtail's index; what may be found, the database says each time.

The index holds everything, hidden or not. A row is found only through the queryset that is
given: the index decides whether the words fit, the queryset whether anybody may know.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Exists,
    F,
    Func,
    Model,
    OuterRef,
    QuerySet,
    Value,
)
from django.db.models.functions import Cast
from wagtail.search.backends import get_search_backend
from wagtail.search.utils import get_descendants_content_types_pks

from .words import Query, Word, read_query

Row = TypeVar("Row", bound=Model)


class Found:
    """The rows of a queryset that a query finds, the most fitting first; for a Paginator."""

    def __init__(self, rows: "QuerySet[Any]", query: Query) -> None:
        self.rows = rows
        self.query = query

    def _entries(self) -> "QuerySet[Any]":
        mine = self.rows.order_by().filter(pk=OuterRef("row"))
        return entries(self.rows.model, self.query).filter(Exists(mine))

    def count(self) -> int:
        return self._entries().count() if self.query else 0

    __len__ = count

    def ranked(self, start: int, stop: int) -> list[tuple[float, int]]:
        """How well they fit (more is better) and their keys, the best first."""
        if not self.query:
            return []
        found = self._entries().order_by("-fit", "-row").values_list("fit", "row")
        return list(found[start:stop])

    def among(self, keys: Sequence[int]) -> list[Any]:
        """The rows with these keys that may still be seen, in that order."""
        rows = {row.pk: row for row in self.rows.order_by().filter(pk__in=keys)}
        return [rows[pk] for pk in keys if pk in rows]

    def __getitem__(self, part: slice) -> list[Any]:
        return self.among([pk for _fit, pk in self.ranked(part.start or 0, part.stop)])


def find(rows: "QuerySet[Any]", text: str | Query, languages: list[str] | None = None) -> Found:
    """The rows among `rows` that have all the words, by how well they fit."""
    return Found(rows, _read(text, languages))


def matching(
    rows: "QuerySet[Row]", text: str | Query, languages: list[str] | None = None
) -> "QuerySet[Row]":
    """The same rows as a queryset that keeps its own order; none when there is no word."""
    query = _read(text, languages)
    if not query:
        return rows.none()
    return rows.filter(pk__in=entries(rows.model, query).values("row"))


def _read(text: str | Query, languages: list[str] | None) -> Query:
    return text if isinstance(text, Query) else read_query(text, languages)


def entries(model: type[Model], query: Query) -> "QuerySet[Any]":
    """The index's rows for this model that the query matches, with `fit` and the `row`'s key."""
    kinds = get_descendants_content_types_pks(model)
    if connection.vendor == "postgresql":
        return _on_postgresql(kinds, query)
    return _on_sqlite(kinds, query)


def _on_postgresql(kinds: list[int], query: Query) -> "QuerySet[Any]":
    from django.contrib.postgres.search import SearchQuery, SearchRank
    from wagtail.search.models import IndexEntry

    def either(word: Word) -> str:
        ways = [f"'{stem}'" for stem in sorted(word.stems)]
        if word.beginning:
            ways.append(f"'{word.beginning}':*")
        return f"({' | '.join(ways)})"

    raw = (" | " if query.is_any else " & ").join(map(either, query.words))
    config = get_search_backend().config
    wanted = SearchQuery(raw, search_type="raw", config=config)
    return (
        IndexEntry.objects.filter(content_type__in=kinds, body=wanted)
        .annotate(row=Cast("object_id", BigIntegerField()))
        .annotate(fit=SearchRank(F("body"), wanted, normalization=Value(1)))
    )


class _Match(Func):
    """SQLite's full-text condition."""

    template = "wagtailsearch_indexentry_fts MATCH %(expressions)s"
    output_field = BooleanField()


def _on_sqlite(kinds: list[int], query: Query) -> "QuerySet[Any]":
    from modelsearch.backends.database.sqlite.query import BM25
    from wagtail.search.models import SQLiteFTSIndexEntry

    def either(word: Word) -> str:
        ways = [f'"{stem}"' for stem in sorted(word.stems)]
        if word.beginning:
            ways.append(f'"{word.beginning}"*')
        return f"({' OR '.join(ways)})"

    raw = (" OR " if query.is_any else " AND ").join(map(either, query.words))
    return (
        SQLiteFTSIndexEntry.objects.filter(_Match(Value(f"body : ({raw})")))
        .filter(index_entry__content_type__in=kinds)
        .annotate(row=Cast("index_entry__object_id", BigIntegerField()))
        .annotate(fit=BM25() * Value(-1.0))
    )
