"""Pieces of a process page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from participation.core import clock
from participation.core.figures import together
from participation.core.fragments import Fragment
from participation.core.when import day_text

from .figures import Event, tally_words
from .models import ProcessPage
from .phases import Phase, PhaseState, phases_of

#: The words of the element `timeline` for the three states.
STATES = {PhaseState.PAST: "past", PhaseState.CURRENT: "here", PhaseState.UPCOMING: "coming"}


@dataclass(frozen=True)
class ShownPhase:
    """A phase with its texts in the reader's language, as the page shows it."""

    phase: Phase
    texts: dict[str, Any]
    at: datetime
    #: What happened offline during it, and the places below the page.
    events: Sequence[Event] = ()
    places: Sequence[Any] = ()

    @property
    def state(self) -> str:
        return STATES[self.phase.state(self.at)]

    @property
    def title(self) -> str:
        return self.texts.get("title", "")

    @property
    def description(self) -> Any:
        return self.texts.get("description")

    @property
    def results(self) -> Any:
        return self.texts.get("results")

    @property
    def more(self) -> Any:
        return self.texts.get("more_results") or ()

    @property
    def figures(self) -> list[str]:
        """The figures of what happened offline in it, in words."""
        return tally_words(together(event.tally for event in self.events))

    @property
    def links(self) -> list[dict[str, str]]:
        """The pages that its results lead to, in the reader's language where they stand below."""
        below = {place.translation_key: place for place in self.places}
        chosen = [block.value for block in self.more if block.block_type == "place" and block.value]
        pages = [below.get(page.translation_key, page) for page in chosen if page.live]
        return [{"label": page.title, "href": page.url} for page in pages]

    @property
    def has_results(self) -> bool:
        """Whether there is something to read about it now that it is over."""
        return self.state == "past" and bool(self.results or self.more or self.events)

    @property
    def anchor(self) -> str:
        return f"phase-{self.phase.id[:8]}"

    @property
    def dates(self) -> str:
        return span_text(self.phase.opens, self.phase.closes)


def span_text(opens: datetime | None, closes: datetime | None) -> str:
    """The days of a phase, its last day included: "1.9.2026 – 30.9.2026"."""
    # What ends at midnight is over the day before.
    last = closes - timedelta(microseconds=1) if closes else None
    if opens and last:
        return f"{day_text(opens, weekday=False)} – {day_text(last, weekday=False)}"
    if opens:
        return _("from %(day)s on") % {"day": day_text(opens, weekday=False)}
    if last:
        return _("until %(day)s") % {"day": day_text(last, weekday=False)}
    return ""


def shown_phases(
    page: ProcessPage, places: Sequence[Any] = (), events: Sequence[Event] = ()
) -> list[ShownPhase]:
    """The page's phases in order, in its language where it is translated."""
    at = clock.glance()
    return [
        ShownPhase(
            phase, page.texts_of(phase.id), at, [e for e in events if e.is_in(phase)], places
        )
        for phase in phases_of(page.component)
    ]


class Timeline(Fragment):
    """The path of phases with "you are here"."""

    template = "raati_processes/timeline.html"

    def __init__(self, page: ProcessPage, phases: list[ShownPhase]) -> None:
        self.page, self.phases = page, phases

    @property
    def element_id(self) -> str:
        return f"timeline-{self.page.component.public_id}"

    def context(self) -> dict[str, Any]:
        rows = [
            {
                "title": each.title,
                "dates": each.dates,
                "state": each.state,
                "href": _anchor(each),
            }
            for each in self.phases
        ]
        return {"rows": rows}


def _anchor(phase: ShownPhase) -> str:
    """Where the path leads: a past phase to its results, the present one to what can be done."""
    if phase.has_results:
        return f"#{phase.anchor}"
    return "#now" if phase.state == "here" else ""
