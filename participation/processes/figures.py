"""Who has taken part in a process, in numbers: a table of sources and what they tell together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.core.figures import Count, Tally, counted, in_words, together
from participation.core.fragments import Fragment
from participation.core.when import day_text

from .blocks import told
from .models import ProcessPage
from .phases import Phase

#: The columns, in the order in which people tell them.
ORDER = ("workshops", "people", "participations", "organisations")


@dataclass(frozen=True)
class Event:
    """What happened away from the site: texts in the reader's language, numbers as published."""

    title: str
    first: date
    last: date | None
    tally: Tally
    source: str

    @property
    def when(self) -> str:
        first = day_text(self.first, weekday=False)
        return f"{first} – {day_text(self.last, weekday=False)}" if self.last else first

    def is_in(self, phase: Phase) -> bool:
        """Whether it began during the phase: at noon, so that hours of opening do not matter."""
        return phase.window.has(timezone.make_aware(datetime.combine(self.first, time(12))))


@dataclass(frozen=True)
class Source:
    """One row of the table."""

    title: str
    href: str
    note: str
    is_counted: bool
    tally: Tally
    lang: str = ""


def events_of(page: ProcessPage) -> list[Event]:
    """The events of the original page in their order, in the page's words where it has them."""
    own = {block.id: block.value for block in page.happened}
    found = []
    for block in page.source_page.happened:
        texts = own.get(block.id) or block.value
        value = block.value
        found.append(
            Event(texts["title"], value["date"], value["last_date"], told(value), texts["source"])
        )
    return sorted(found, key=lambda event: event.first)


def sources_of(page: ProcessPage, places: Sequence[Any], events: Sequence[Event]) -> list[Source]:
    """What the places below count and what the organisers tell, each with a name."""
    numbers = counted([place.component for place in places])
    sources = []
    for place in places:
        found = numbers.get(place.component.key)
        if found and any(found.parts.values()):
            words = ", ".join(in_words(place.component, found.parts))
            foreign = "" if place.locale_id == page.locale_id else place.locale.language_code
            sources.append(Source(place.title, place.url, words, True, found.tally, foreign))
    for event in events:
        note = ". ".join(part.rstrip(".") for part in (event.when, event.source) if part)
        sources.append(Source(event.title, "", note, False, event.tally))
    return sources


def tally_words(tally: Tally) -> list[str]:
    """ "8 workshops and events", "over 150 people": one tally in words."""
    return [f"{said(count)} {label(name, count)}" for name, count in _told(tally)]


def said(count: Count) -> str:
    """ "over 1 500": the number as the language writes it, and how exact it is."""
    return f"{count.words} {_number(count)}".strip()


def label(name: str, count: Count) -> str:
    """What the number counts, in the form that the number wants."""
    n = count.number
    return {
        "workshops": ngettext("workshop or event", "workshops and events", n),
        "people": ngettext("person", "people", n),
        "participations": ngettext("participation", "participations", n),
        "organisations": ngettext("organisation", "organisations", n),
    }[name]


def _number(count: Count) -> str:
    return number_format(count.number, force_grouping=True)


def _told(tally: Tally) -> list[tuple[str, Count]]:
    return [(name, getattr(tally, name)) for name in ORDER if getattr(tally, name) is not None]


class Figures(Fragment):
    """Big numbers with their words, and a table that tells where each comes from."""

    template = "raati_processes/figures.html"
    element_id = "figures"

    def __init__(self, sources: Sequence[Source]) -> None:
        self.sources = sources

    def context(self) -> dict[str, Any]:
        tallies = [source.tally for source in self.sources]
        total = together(tallies)
        not_added = {
            name
            for name in ("people", "organisations")
            if sum(1 for tally in tallies if getattr(tally, name)) > 1
        }
        return {
            "sources": [(source, _cells(source.tally)) for source in self.sources],
            "total": _cells(total) if len(self.sources) > 1 else [],
            "big": [_big(name, count, name in not_added) for name, count in _told(total)],
            "not_added": not_added,
        }


def _big(name: str, count: Count, is_largest: bool) -> dict[str, str]:
    """The arguments of the element `figure`."""
    note = ""
    if is_largest:
        note = _("The largest of the sources: the same ones may be in several.")
    elif name == "participations":
        note = _("Every idea, support and visit is one.")
    return {
        "before": count.words,
        "number": _number(count),
        "label": label(name, count),
        "note": note,
    }


def _cells(tally: Tally) -> list[str]:
    return [said(count) if (count := getattr(tally, name)) else "" for name in ORDER]
