"""The board's list: what its address may ask for, and one page of ideas by keyset.

A page of the list is found by the place of an idea in the order, not by
counting off rows, so the thousandth page costs what the first does.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlencode

from django.core.cache import cache
from django.db.models import BooleanField, Count, F, Func, Sum, Value

from participation.core.ids import ALPHABET, LENGTH
from participation.core.models import Area, Component, Right, Theme
from participation.core.search import matching

from . import counts, stages
from .actions.sending import SUPPORT_RIGHT
from .labels import Labels
from .models import Idea, State
from .models.ideas import IdeaQuerySet
from .points import Box

PAGE_SIZE = 20
NEWEST, SUPPORTED, SHUFFLED = "newest", "supported", "shuffled"
#: Each order's field, and whether the largest comes first.
ORDERS = {
    NEWEST: ("created_at", True),
    SUPPORTED: ("support_count", True),
    SHUFFLED: ("shuffle", False),
}
CARDS, LIST, MAP = "cards", "list", "map"
VIEWS = (CARDS, LIST, MAP)
MOST_LETTERS = 120
COUNT_SECONDS = 5
_CURSOR = re.compile(rf"(?:(\d{{1,9}})\.)?([{ALPHABET}]{{{LENGTH}}})", re.ASCII)


@dataclass(frozen=True)
class Choices:
    """The themes, areas and states of a board, in their order."""

    themes: dict[str, Theme]
    areas: dict[str, Area]
    states: dict[str, Any] = field(default_factory=dict)
    labels: Labels = field(default_factory=lambda: Labels((), ()))

    @classmethod
    def of(cls, component: Component) -> "Choices":
        """Those that the board offers; all of them where it names none."""
        labels = Labels.read()
        return cls(
            _offered(labels.themes, component.settings.get("themes")),
            _offered(labels.areas, component.settings.get("areas")),
            {stage.key: stage.label for stage in stages.choices(component)},
            labels,
        )


def _offered(all_rows: Sequence[Any], slugs: list[str] | None) -> dict[str, Any]:
    rows = [row for row in all_rows if not slugs or row.slug in slugs]
    # The municipality itself is no choice among its areas: none chosen means all of it.
    parts = [row for row in rows if getattr(row, "parent_id", None)]
    return {row.slug: row for row in parts or rows}


@dataclass(frozen=True)
class Wish:
    """What the address asks for. Whatever it asks that is not on offer is not heard."""

    sort: str = NEWEST
    theme: str = ""
    area: str = ""
    state: str = ""
    q: str = ""
    box: str = ""
    view: str = CARDS

    @classmethod
    def read(cls, given: Mapping[str, str], component: Component, choices: Choices) -> "Wish":
        def one(name: str, offered: Any) -> str:
            value = given.get(name, "")
            return value if value in offered else ""

        return cls(
            sort=one("sort", sorts_of(component)) or NEWEST,
            theme=one("theme", choices.themes),
            area=one("area", choices.areas),
            state=one("state", (*choices.states, *State.values)),
            q=" ".join(given.get("q", "")[:MOST_LETTERS].replace("\x00", " ").split()),
            box=Box.clean(given.get("box", "")),
            view=one("view", views_of(component)) or CARDS,
        )

    @property
    def filters(self) -> dict[str, str]:
        """The filters chosen."""
        chosen = {"q": self.q, "theme": self.theme, "area": self.area, "state": self.state}
        return {k: v for k, v in {**chosen, "box": self.box}.items() if v}

    @property
    def narrowed(self) -> int:
        """How many of the lists of choices are used."""
        return sum(bool(each) for each in (self.theme, self.area, self.state))

    @property
    def manner(self) -> dict[str, str]:
        """How the ideas are shown, as far as that is not the usual way."""
        usual = {"sort": NEWEST, "view": CARDS}
        chosen = {"sort": self.sort, "view": self.view}
        return {name: value for name, value in chosen.items() if value != usual[name]}

    def query(self, **more: str) -> str:
        """The query of an address that asks for the same, and `more`."""
        pairs = {**self.manner, **self.filters, **more}
        return f"?{urlencode(pairs)}" if pairs else ""


def sorts_of(component: Component) -> list[str]:
    """The orders that the board offers: none that would tell what it keeps to itself."""
    return [sort for sort in ORDERS if sort != SUPPORTED or not counts.are_hidden(component)]


def views_of(component: Component) -> list[str]:
    return [view for view in VIEWS if view != MAP or component.settings.get("has_map", True)]


@dataclass
class Listing:
    """One page of ideas, and the cursors of its neighbours ("" where there is none)."""

    ideas: list[Idea] = field(default_factory=list)
    before: str = ""
    after: str = ""


def ideas_of(component: Component, wish: Wish, choices: Choices) -> IdeaQuerySet:
    """The visible ideas that the wish selects, without order."""
    # Through the board's row: each idea then knows it, and with it its words for the states.
    rows = component.ideas.visible()
    if wish.theme:
        rows = rows.filter(theme=choices.themes[wish.theme])
    if wish.area:
        rows = rows.filter(area=choices.areas[wish.area])
    if wish.state:
        rows = rows.filter(stages.that_are(component, wish.state))
    if wish.q:
        rows = cast(IdeaQuerySet, matching(rows, wish.q))
    if wish.box:
        rows = rows.filter(Box.read(wish.box).condition)
    return rows


def page_of(rows: IdeaQuerySet, sort: str, given: Mapping[str, str]) -> Listing:
    """The page after or before the address's cursor; the first without a cursor of ours."""
    name, is_falling = ORDERS[sort]
    rows = rows.select_related("photo", "promise")
    place = _place(given.get("after", ""), name)
    if place:
        found = _beyond(rows, name, place, falling=is_falling)
        return _listing(found, sort, had_before=True)
    place = _place(given.get("before", ""), name)
    if place:
        found = _beyond(rows, name, place, falling=not is_falling)
        if len(found) > PAGE_SIZE:
            return _listing(found[:PAGE_SIZE][::-1], sort, had_before=True, had_after=True)
    return _listing(list(rows.order_by(*_order(name, is_falling))[: PAGE_SIZE + 1]), sort)


def _order(name: str, falling: bool) -> tuple[str, str]:
    return (f"-{name}", "-id") if falling else (name, "id")


def _place(cursor: str, field_name: str) -> tuple[Any, int] | None:
    """Where the cursor points: the value it was sorted by, and the row."""
    match = _CURSOR.fullmatch(cursor)
    if match is None:
        return None
    row = Idea.objects.filter(public_id=match[2]).values_list(field_name, "pk").first()
    if row is None:
        return None
    # By the count as it was: an idea that rose meanwhile does not take the reader along.
    return (int(match[1]), row[1]) if match[1] and field_name == "support_count" else row


class _Beyond(Func):
    """`(a, id) < (x, y)`: compared as a row it is a bound in the index, ties included."""

    output_field = BooleanField()

    def __init__(self, name: str, place: tuple[Any, int], sign: str) -> None:
        value, pk = place
        kind: Any = Idea._meta.get_field(name)
        super().__init__(F(name), F("id"), Value(value, output_field=kind), Value(pk))
        self.sign = sign

    def as_sql(self, compiler: Any, connection: Any, *_given: Any, **_context: Any) -> Any:
        parts = [compiler.compile(part) for part in self.get_source_expressions()]
        name, pk, *bounds = (sql for sql, _params in parts)
        params = [each for _sql, given in parts for each in given]
        return f"({name}, {pk}) {self.sign} ({bounds[0]}, {bounds[1]})", params


def _beyond(rows: IdeaQuerySet, name: str, place: tuple[Any, int], *, falling: bool) -> list[Idea]:
    rows = rows.filter(_Beyond(name, place, "<" if falling else ">"))
    return list(rows.order_by(*_order(name, falling))[: PAGE_SIZE + 1])


def _listing(
    found: list[Idea], sort: str, *, had_before: bool = False, had_after: bool = False
) -> Listing:
    ideas = found[:PAGE_SIZE]
    more = had_after or len(found) > PAGE_SIZE
    return Listing(
        ideas,
        before=_cursor(ideas[0], sort) if had_before and ideas else "",
        after=_cursor(ideas[-1], sort) if more and ideas else "",
    )


def _cursor(idea: Idea, sort: str) -> str:
    return f"{idea.support_count}.{idea.public_id}" if sort == SUPPORTED else idea.public_id


def totals(component: Component) -> dict[str, int]:
    """How many visible ideas and supports the board has, and from how many people.

    May be a few seconds old. Each person who supports something holds one used right.
    """
    key = f"raati:ideas:totals:{component.key}"
    found = cache.get(key)
    if found is None:
        rows = Idea.objects.filter(component=component).visible()
        found = rows.aggregate(ideas=Count("pk"), supports=Sum("support_count", default=0))
        used = Right.objects.filter(component=component, act=SUPPORT_RIGHT, used__gt=0)
        found["people"] = used.count()
        cache.set(key, found, COUNT_SECONDS)
    return found
