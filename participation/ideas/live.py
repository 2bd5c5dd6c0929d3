"""The board's and the ideas' streams, as the live channel asks about them.

Both are for everyone who may see the board's page; neither ever carries a hidden
idea's text or a supporter's name.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from typing import Any

from participation.core.fragments import Fragment
from participation.core.ids import ALPHABET, LENGTH
from participation.core.public import unrestricted_components
from participation.live.registry import Ref, StreamKind

from . import counts
from .fragments import (
    Arrival,
    Article,
    Count,
    Goal,
    IdeaFragment,
    OfficialAnswer,
    Realised,
    State,
    Steps,
    Summary,
    Tally,
)
from .models import Idea
from .streams import BOARD_PREFIX, IDEA_PREFIX

_COUNT = re.compile(rf"idea-([{ALPHABET}]{{{LENGTH}}})-(count|tally|goal)", re.ASCII)

COUNTS = {"count": Count, "tally": Tally, "goal": Goal}


def _rows(ids: Collection[str]) -> Any:
    return Idea.objects.filter(public_id__in=ids).with_labels().select_related(
        "component", "answer"
    ).prefetch_related("steps")  # fmt: skip


class _IdeaParts(StreamKind, ABC):
    """What both kinds share: parts of ideas by public id, and their counts."""

    parts: Mapping[str, type[IdeaFragment]] = {}

    @abstractmethod
    def belonging(self, stream: str) -> dict[str, Any]:
        """The filter for the ideas of this stream."""

    def render(self, stream: str, refs: Collection[Ref]) -> Mapping[Ref, Fragment]:
        wanted = [ref for ref in refs if ref.kind in self.parts]
        rows = _rows({ref.id for ref in wanted}).filter(**self.belonging(stream))
        ideas = {idea.public_id: idea for idea in rows}
        return {
            ref: self.parts[ref.kind](ideas[ref.id])
            for ref in wanted
            if ref.id in ideas and self.shows(ref, ideas[ref.id])
        }

    def shows(self, ref: Ref, idea: Idea) -> bool:
        return idea.is_visible

    def now(self, stream: str, elements: Collection[str]) -> Mapping[str, Fragment]:
        wanted = [match.groups() for match in map(_COUNT.fullmatch, elements) if match]
        rows = Idea.objects.visible().filter(
            public_id__in={public_id for public_id, _part in wanted}, **self.belonging(stream)
        )
        found = counts.on_one_board(rows.select_related("component", "promise"))
        ideas = {idea.public_id: idea for idea in found if not counts.are_hidden(idea.component)}
        pieces = [COUNTS[part](ideas[each]) for each, part in wanted if each in ideas]
        return {piece.element_id: piece for piece in pieces}

    def marks(self, shown: Mapping[str, Collection[str]]) -> Mapping[tuple[str, str], Any]:
        """The counts themselves: one query for all streams, nothing drawn.

        A board that keeps its counts to itself is left out also when it has closed: its
        counts do not move any more.
        """
        ids = {m[1] for each in shown.values() for m in map(_COUNT.fullmatch, each) if m}
        rows = Idea.objects.visible().filter(public_id__in=ids)
        told = {
            public_id: count
            for public_id, count, is_hidden in rows.values_list(
                "public_id", "support_count", "component__settings__counts_hidden"
            )
            if not is_hidden
        }
        return {
            (stream, name): told[match[1]]
            for stream, names in shown.items()
            for name in names
            if (match := _COUNT.fullmatch(name)) and match[1] in told
        }


class BoardStream(_IdeaParts):
    """What changes on a board: summaries, counts, ideas that come and go."""

    prefix = BOARD_PREFIX
    parts = {"summary": Summary, "arrival": Arrival}

    def is_public(self, stream: str) -> bool:
        return unrestricted_components().filter(public_id=stream.partition(".")[2]).exists()

    def belonging(self, stream: str) -> dict[str, Any]:
        return {"component__public_id": stream.partition(".")[2]}


class IdeaStream(_IdeaParts):
    """What changes on an idea's page."""

    prefix = IDEA_PREFIX
    parts = {
        "article": Article,
        "state": State,
        "steps": Steps,
        "answer": OfficialAnswer,
        "realised": Realised,
    }

    def is_public(self, stream: str) -> bool:
        return unrestricted_components().filter(ideas__public_id=stream.partition(".")[2]).exists()

    def belonging(self, stream: str) -> dict[str, Any]:
        return {"public_id": stream.partition(".")[2]}

    def shows(self, ref: Ref, idea: Idea) -> bool:
        """A hidden idea's article says that it is hidden, and why; nothing else of it is drawn."""
        return idea.is_visible or ref.kind == "article"
