"""Phases and time: plain values, without a page, a row or a clock."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Any

from django.utils.translation import gettext as _

from participation.core.models import Component
from participation.core.openness import Window


class PhaseState(Enum):
    """Where an instant stands to a phase; computed from dates, never stored."""

    PAST = "past"
    CURRENT = "current"
    UPCOMING = "upcoming"


@dataclass(frozen=True)
class Phase:
    """A phase's time and the acts it opens. Its texts are the pages' own, found by `id`."""

    id: str
    opens: datetime | None
    closes: datetime | None
    allows: frozenset[str]

    @property
    def window(self) -> Window:
        return Window(self.opens, self.closes)

    def state(self, at: datetime) -> PhaseState:
        """[opens, closes): at its closing instant a phase is past."""
        if self.opens and at < self.opens:
            return PhaseState.UPCOMING
        if self.closes and self.closes <= at:
            return PhaseState.PAST
        return PhaseState.CURRENT


def misplaced(phases: Sequence[Phase]) -> list[tuple[int, str, str]]:
    """Times that cannot be: (index, "opens" or "closes", the reason), for the editor's form."""
    wrong: list[tuple[int, str, str]] = []
    latest: datetime | None = None
    for index, phase in enumerate(phases):
        if phase.opens and phase.closes and phase.opens >= phase.closes:
            wrong.append((index, "closes", _("The phase must end after it begins.")))
        elif index and phase.opens is None and phases[index - 1].closes is None:
            wrong.append((index, "opens", _("Say when this phase begins, or when the last ends.")))
        elif latest and phase.opens and phase.opens < latest:
            wrong.append((index, "opens", _("This phase begins before an earlier one ends.")))
        times = [t for t in (latest, phase.opens, phase.closes) if t]
        latest = max(times, default=None)
    return wrong


def in_order(phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The same phases with empty times filled in from their neighbours."""
    filled: list[Phase] = []
    for index, phase in enumerate(phases):
        following = phases[index + 1] if index + 1 < len(phases) else None
        opens = phase.opens or (filled[-1].closes if filled else None)
        closes = phase.closes or (following.opens if following else None)
        filled.append(replace(phase, opens=opens, closes=closes))
    return tuple(filled)


def to_json(phase: Phase) -> dict[str, Any]:
    """Plain values for the row's settings."""
    return {
        "id": phase.id,
        "opens": phase.opens.isoformat() if phase.opens else None,
        "closes": phase.closes.isoformat() if phase.closes else None,
        "allows": sorted(phase.allows),
    }


def from_json(data: dict[str, Any]) -> Phase:
    """The phase that `to_json` wrote."""
    opens, closes = (
        datetime.fromisoformat(data[name]) if data[name] else None for name in ("opens", "closes")
    )
    return Phase(data["id"], opens, closes, frozenset(data["allows"]))


def phases_of(component: Component) -> tuple[Phase, ...]:
    """The phases as they were last published."""
    return tuple(from_json(each) for each in component.settings.get("phases", ()))
