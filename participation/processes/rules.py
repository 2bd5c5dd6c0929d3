"""What a process lets happen below it: pure, read from its row, never from a page's draft."""

from collections.abc import Sequence
from datetime import date

from participation.core.models import Component
from participation.core.openness import Window

from .phases import Phase, phases_of

#: A process is planned at most so many years ahead, and told at most so many years late.
LATEST = 10
_DAYS_IN_YEAR = 366


def windows(phases: Sequence[Phase], act: str, whole: Window) -> list[Window]:
    """When `act` is open: in the phases that list it, inside the process's own dates."""
    shared = [phase.window.within(whole) for phase in phases if act in phase.allows]
    return [window for window in shared if window is not None]


def process_opens(component: Component, act: str) -> list[Window] | None:
    """The answer to a place below the process: when `act` is open; None without phases."""
    if component.archived_at is not None:
        return []
    phases = phases_of(component)
    if not phases and component.closes_at is None:
        return None
    whole = Window(component.opens_at, component.closes_at)
    return windows(phases, act, whole) if phases else [whole]


def can_begin(day: date, today: date) -> bool:
    """Whether a process can be planned to begin on that day."""
    return abs((day - today).days) <= LATEST * _DAYS_IN_YEAR
