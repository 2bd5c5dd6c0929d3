"""Which streams there are: upper packages register their kinds, everything else is refused."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from participation.core.fragments import Fragment

from .models import Operation

#: Also a valid group name of every channel layer, with its prefix.
STREAM_NAME = re.compile(r"[a-z][a-z0-9_-]{0,29}(\.[a-z0-9_-]{1,48}){1,3}", re.ASCII)
ELEMENT_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,79}", re.ASCII)
MAX_NAME = 80


@dataclass(frozen=True)
class Ref:
    """A thing that a change is about: a kind the stream knows, and a public id."""

    kind: str
    id: str


@dataclass(frozen=True)
class Edit:
    """One change of the page, before it has a version."""

    operation: Operation
    element: str
    ref: Ref | None = None

    def __post_init__(self) -> None:
        if not ELEMENT_ID.fullmatch(self.element):
            raise ValueError(f"Not an element id: {self.element!r}")


def replace(element: str, ref: Ref) -> Edit:
    """`element` is drawn anew from `ref`; removed where nobody may see `ref` any more."""
    return Edit(Operation.REPLACE, element, ref)


def append(element: str, ref: Ref) -> Edit:
    """`ref` comes as the last child of `element`."""
    return Edit(Operation.APPEND, element, ref)


def prepend(element: str, ref: Ref) -> Edit:
    """`ref` comes as the first child of `element`."""
    return Edit(Operation.PREPEND, element, ref)


def remove(element: str) -> Edit:
    """`element` goes."""
    return Edit(Operation.REMOVE, element)


class StreamKind:
    """Everything the live channel must know of the streams `<prefix>.…`.

    All methods run in a thread with a database connection, for a stream whose
    name begins with the prefix; unknown names must answer "no" and "nothing",
    never raise. Persons are primary keys of Person.
    """

    #: The first part of the streams' names, unique in the house.
    prefix: str
    #: Whether "somebody is writing" is passed on.
    takes_writing = False
    #: Seconds between two checks of the readers' rights without any reason,
    #: for rights that end by the clock; those taken away by `revoke` end at once.
    recheck_seconds = 2.0

    def is_public(self, stream: str) -> bool:
        """Whether everybody may read now, without an account: at most one query."""
        return False

    def may_read(self, persons: Collection[int], stream: str) -> set[int]:
        """Those of `persons` who may read now: one query, however many they are."""
        return set()

    def render(self, stream: str, refs: Collection[Ref]) -> Mapping[Ref, Fragment]:
        """The refs as fragments, drawn from the database now: one query.

        Leave out what readers of the stream may not see (hidden, deleted).
        """
        return {}

    def now(self, stream: str, elements: Collection[str]) -> Mapping[str, Fragment]:
        """The current fragments of unversioned elements (counts), by element id: one query.

        `elements` come from clients: leave out those that are not of this stream.
        """
        return {}

    def marks(self, shown: Mapping[str, Collection[str]]) -> Mapping[tuple[str, str], Any]:
        """A cheap value per (stream, element) that differs when the element would be drawn anew.

        Asked at every look for the elements that somebody shows, so that a lost
        hint is made good; one query. The default draws and compares.
        """
        return {
            (stream, element): fragment.html()
            for stream, elements in shown.items()
            for element, fragment in self.now(stream, elements).items()
        }


_kinds: dict[str, StreamKind] = {}


def register(kind: StreamKind) -> StreamKind:
    """Enter a kind of streams, from the app's ready(); again under the same prefix replaces it."""
    _kinds[kind.prefix] = kind
    return kind


def unregister(prefix: str) -> None:
    _kinds.pop(prefix, None)


def kinds() -> list[StreamKind]:
    return [_kinds[prefix] for prefix in sorted(_kinds)]


def kind_of(stream: object) -> StreamKind | None:
    """The kind of a well-formed stream name, or None: refused by default."""
    if not isinstance(stream, str) or len(stream) > MAX_NAME or not STREAM_NAME.fullmatch(stream):
        return None
    return _kinds.get(stream.partition(".")[0])


def group_of(stream: str) -> str:
    """The channel layer's group of a stream: ASCII, under 100 characters."""
    return f"live.s.{stream}"
