"""What can be searched on a site: kinds of things, entered by the packages that have them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from .words import Query


@dataclass(frozen=True)
class Hit:
    """One thing found, as a list of results shows it."""

    title: SafeString
    href: str
    text: SafeString
    kind: str = ""
    #: The language of the thing's own words, where it is not the reader's.
    language: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """One kind of thing: what everybody may find of it, and how a result is shown."""

    name: str
    label: Any
    #: The rows that everybody may read in this language: asked anew each time.
    visible: Callable[[str], "QuerySet[Any]"]
    #: A result for each row, in the same order; None for a row without an address.
    show: Callable[[list[Any], Query, str], list[Hit | None]]
    #: Language and text of everything visible, for the words that suggestions are made of.
    texts: Callable[[], Iterable[tuple[str, str]]]


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Enter a kind from an app's `ready()`; the same name replaces the entry."""
    _kinds[kind.name] = kind


def kinds() -> list[Kind]:
    """All kinds, in the order of their entry."""
    return list(_kinds.values())
