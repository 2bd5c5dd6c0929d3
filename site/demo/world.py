"""What every story is given, and what a story is."""

from collections.abc import Callable
from dataclasses import dataclass

from .people import People
from .site_pages import Pages


@dataclass
class World:
    """Kuparila while it is being told."""

    people: People
    pages: Pages


@dataclass(frozen=True)
class Story:
    """One story: its name for the progress line, whether it has been told, how to tell it."""

    name: str
    is_told: Callable[[], bool]
    tell: Callable[[World], None]
