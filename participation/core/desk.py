"""What waits for a member of staff: panels that packages enter, one for each kind of work.

The staff desk and the first page of the Wagtail admin draw the same panels (desk_pages.py).
A panel shows nothing, and counts nothing, for whom it is not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

from .actors import Actor

Text = str | Promise
#: In the address of what a desk's row leads to: from here, and back to here afterwards.
FROM, HERE = "from", "desk"
_TOTAL = "raati_desk_total"


@dataclass(frozen=True)
class Item:
    """One thing that waits: where it is done, and short facts about it.

    `late` says by how much, or how urgent it is; `language` is the title's own.
    """

    title: str
    href: str
    notes: Sequence[Text] = ()
    late: Text = ""
    language: str = ""


@dataclass(frozen=True)
class Panel:
    """One kind of work. Its rows come the most urgent first, in one query however many.

    `items` turns rows into what is shown, in as few queries for many as for one. `everything`
    is the address of the app's own list of these; without one the desk lists them itself.
    `done` is what can be said when nothing waits.
    """

    name: str
    order: int
    heading: Text
    done: Text
    icon: str
    is_for: Callable[[Actor], bool]
    rows: Callable[[Actor], "QuerySet[Any] | Sequence[Any]"]
    items: Callable[[Actor, list[Any]], list[Item]]
    everything: Callable[[], str] | None = None
    help: Text = ""

    @property
    def list_address(self) -> str:
        return (
            self.everything() if self.everything else reverse("raati_desk_panel", args=[self.name])
        )


@dataclass(frozen=True)
class Shown:
    """A panel with its first rows, and how many there are in all."""

    panel: Panel
    total: int
    items: list[Item]

    @property
    def late(self) -> bool:
        return any(item.late for item in self.items)

    @property
    def has_more(self) -> bool:
        return self.total > len(self.items)


_panels: dict[str, Panel] = {}


def register_panel(panel: Panel) -> None:
    """Enter a kind of work, from an app's wagtail_hooks."""
    _panels[panel.name] = panel


def panels_for(actor: Actor) -> list[Panel]:
    """The panels of whoever this is, in their order."""
    return sorted((p for p in _panels.values() if p.is_for(actor)), key=lambda panel: panel.order)


def panel_for(actor: Actor, name: str) -> Panel | None:
    """One of them by its name; None also where it is not this actor's."""
    panel = _panels.get(name)
    return panel if panel is not None and panel.is_for(actor) else None


def look(actor: Actor, panel: Panel, most: int) -> Shown:
    """The first rows and the number of all: one query, and what `items` asks."""
    rows = panel.rows(actor)
    if isinstance(rows, QuerySet):
        found = list(rows.annotate(**{_TOTAL: Window(Count("*"))})[:most])
        total = getattr(found[0], _TOTAL) if found else 0
    else:
        found, total = list(rows[:most]), len(rows)
    return Shown(panel, total, items_of(actor, panel, found))


def items_of(actor: Actor, panel: Panel, rows: list[Any]) -> list[Item]:
    return panel.items(actor, rows) if rows else []


def way(href: str) -> str:
    """The address of a row, with the mark that leads back to the desk afterwards."""
    path, mark, place = href.partition("#")
    joint = "&" if "?" in path else "?"
    return f"{path}{joint}{FROM}={HERE}{mark}{place}"


def comes_from_desk(request: HttpRequest) -> bool:
    return request.GET.get(FROM) == HERE


def after(request: HttpRequest, there: str) -> str:
    """Where to go when it is done: back to the desk for whoever came from it, else `there`.

    With a place in the page: without one the browser would keep that of the form.
    """
    return f"{reverse('raati_desk')}#main" if comes_from_desk(request) else there


def stay(request: HttpRequest, there: str) -> str:
    """`there`, still with the way back for whoever came from the desk."""
    return way(there) if comes_from_desk(request) else there
