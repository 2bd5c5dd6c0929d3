"""The streams of the list and of initiatives, as the live channel asks about them.

Both are for everyone who may see the page; neither carries a name of a signer or
a maker's details: the fragments cannot reach them.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from typing import Any

from participation.core.fragments import Fragment
from participation.core.ids import ALPHABET, LENGTH
from participation.core.public import unrestricted_components
from participation.live.registry import Ref, StreamKind

from .fragments import Article, Count, Tally
from .models import Initiative, State
from .streams import LIST_PREFIX, PREFIX

_COUNT = re.compile(rf"initiative-([{ALPHABET}]{{{LENGTH}}})-(count|tally)", re.ASCII)
COUNTS = {"count": Count, "tally": Tally}


class _Counts(StreamKind, ABC):
    """What both kinds share: the counts of the initiatives of a stream."""

    @abstractmethod
    def belonging(self, stream: str) -> dict[str, Any]:
        """The filter for the initiatives of this stream."""

    def now(self, stream: str, elements: Collection[str]) -> Mapping[str, Fragment]:
        wanted = {match[1]: match[2] for match in filter(None, map(_COUNT.fullmatch, elements))}
        rows = Initiative.objects.visible().with_numbers()
        rows = rows.filter(public_id__in=wanted, **self.belonging(stream))
        pieces = [COUNTS[wanted[row.public_id]](row) for row in rows]
        return {piece.element_id: piece for piece in pieces}

    def marks(self, shown: Mapping[str, Collection[str]]) -> Mapping[tuple[str, str], Any]:
        """The counts themselves: one query for all streams, nothing drawn."""
        ids = {m[1] for each in shown.values() for m in map(_COUNT.fullmatch, each) if m}
        rows = Initiative.objects.visible().filter(public_id__in=ids)
        numbers = rows.values_list("public_id", "signature_count", "resident_count")
        counts = {public_id: (total, own) for public_id, total, own in numbers}
        return {
            (stream, name): counts[match[1]]
            for stream, names in shown.items()
            for name in names
            if (match := _COUNT.fullmatch(name)) and match[1] in counts
        }


class ListStream(_Counts):
    """Counts on the list."""

    prefix = LIST_PREFIX

    def is_public(self, stream: str) -> bool:
        return unrestricted_components().filter(public_id=stream.partition(".")[2]).exists()

    def belonging(self, stream: str) -> dict[str, Any]:
        return {"component__public_id": stream.partition(".")[2]}


class InitiativeStream(_Counts):
    """What changes on an initiative's page: the article, and the count in it."""

    prefix = PREFIX

    def is_public(self, stream: str) -> bool:
        shown = Initiative.objects.filter(**self.belonging(stream)).exclude(state=State.DRAFT)
        return unrestricted_components().filter(initiatives__in=shown).exists()

    def belonging(self, stream: str) -> dict[str, Any]:
        return {"public_id": stream.partition(".")[2]}

    def render(self, stream: str, refs: Collection[Ref]) -> Mapping[Ref, Fragment]:
        """The article, which says so itself when the initiative is gone; a draft is no article."""
        rows = Initiative.objects.with_numbers().prefetch_related("entries")
        own = self.belonging(stream)["public_id"]
        rows = rows.filter(public_id=own, published_at__isnull=False)
        found = {row.public_id: row for row in rows}
        return {
            ref: Article(found[ref.id]) for ref in refs if ref.kind == "article" and ref.id in found
        }
