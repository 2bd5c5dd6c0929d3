"""The figures as they are told: of public places by name, of all others together."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from participation.core.models import Component
from participation.core.moderatable import Removal, kinds
from participation.core.public_addresses import pages_of, titles_and_addresses

from . import figures
from .figures import OF_MONTHS, OF_PLACES, Year

#: More removals than these are in the open data only.
MOST_REMOVALS = 50


@dataclass(frozen=True)
class Place:
    """One place's figures; `id` is "" for all places together that are not public."""

    id: str
    titles: dict[str, str]
    figures: dict[str, int | None]
    median_hours: float | None


def totals(year: Year) -> dict[str, int | None]:
    return {name: figures.told(number) for name, number in year.totals.items()}


def reasons() -> dict[str, Any]:
    """The reasons of all kinds of things in words, by value."""
    return {value: label for kind in kinds() for value, label in kind.reasons()}


def months(year: Year) -> list[dict[str, Any]]:
    """Each of the twelve; what is to come is 0."""
    columns = {
        name: figures.veiled({month: year.months[name][month] for month in range(1, 13)})
        for name in OF_MONTHS
    }
    return [
        {"month": month, **{name: columns[name][month] for name in OF_MONTHS}}
        for month in range(1, 13)
    ]


def places(year: Year) -> list[Place]:
    """Public places in which anything happened, the others as one row."""
    keys = {key for name in OF_PLACES for key, n in year.places[name].items() if n}
    pages = pages_of(keys)
    rows = Component.objects.filter(pk__in=pages).order_by("created_at", "pk")
    public = {row.pk: row for row in rows}
    columns = {}
    for name in OF_PLACES:
        counted: Counter[Any] = Counter()
        for key, number in year.places[name].items():
            counted[key if key in public else None] += number
        columns[name] = figures.veiled({key: counted[key] for key in (*public, None)})
    found = [
        Place(
            row.public_id,
            titles_and_addresses(pages[key])[0],
            {name: columns[name][key] for name in OF_PLACES},
            year.median_hours_of.get(key),
        )
        for key, row in public.items()
    ]
    if keys - set(public):
        others = {name: columns[name][None] for name in OF_PLACES}
        found.append(Place("", {}, others, None))
    return found


def removals(year: Year) -> list[tuple[Removal, str, dict[str, str]]]:
    """Each with the id and the titles of its place; of public places only."""
    pages = pages_of({each.component for each in year.removals})
    ids = dict(Component.objects.filter(pk__in=pages).values_list("pk", "public_id"))
    titles = {key: titles_and_addresses(each)[0] for key, each in pages.items()}
    return [
        (each, ids[each.component], titles[each.component])
        for each in year.removals
        if each.component in ids
    ]
