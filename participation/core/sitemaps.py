"""What search engines should know: sections of addresses, entered by the packages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

#: Addresses of one thing in all its languages count as one entry.
PER_FILE = 5_000


@dataclass(frozen=True)
class Place:
    """One thing that everybody may read: its absolute address by language."""

    urls: dict[str, str] = field(default_factory=dict)
    changed: date | None = None


@dataclass(frozen=True)
class Section:
    name: str
    count: Callable[[], int]
    #: The entries from the first number up to the second, in an order that stays.
    places: Callable[[int, int], list[Place]]


_sections: dict[str, Section] = {}


def register(section: Section) -> None:
    """Enter a section from an app's `ready()`; the name stands in addresses."""
    _sections[section.name] = section


def section(name: str) -> Section | None:
    return _sections.get(name)


def files() -> list[str]:
    """The names of all files: "pages-1", "ideas-1", "ideas-2"…"""
    return [
        f"{each.name}-{number + 1}"
        for each in _sections.values()
        for number in range(-(-each.count() // PER_FILE))
    ]
