"""The public page with the figures of each year."""

from datetime import date
from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from participation.core import clock
from participation.core.shared import shared_page

from .. import figures as counted
from .. import telling

#: The page is read far more often than anything is decided.
SECONDS = 300


@require_safe
@shared_page
def figures(request: HttpRequest, year: str = "") -> HttpResponse:
    now = clock.glance()
    this_year = timezone.localtime(now).year
    first = counted.first_year(now)
    chosen = int(year or this_year)
    if not first <= chosen <= this_year:
        raise Http404
    key = f"raati:moderation:figures:{chosen}:{get_language()}"
    rows = cache.get(key)
    if rows is None:
        rows = _rows(counted.of_year(chosen))
        cache.set(key, rows, SECONDS)
    years = [
        {"year": each, "href": reverse("raati_moderation:figures_of", args=[each])}
        for each in range(this_year, first - 1, -1)
    ]
    context = {"year": chosen, "years": years, "data": _data(chosen), **rows}
    return render(request, "raati_moderation/figures.html", context)


def _rows(year: counted.Year) -> dict[str, Any]:
    """What the page prints: plain words and figures, so that it can be kept."""
    labels = telling.reasons()
    by_reason = counted.veiled({key: n for key, n in year.hidden_by.items() if key})
    language = get_language() or ""
    removed = telling.removals(year)
    return {
        **{name: counted.shown(number) for name, number in telling.totals(year).items()},
        "by_reason": [
            (str(labels.get(reason, reason)), counted.shown(number))
            for reason, number in sorted(
                by_reason.items(), key=lambda item: -year.hidden_by[item[0]]
            )
        ],
        "median": counted.hours_text(year.median_hours),
        "months": [
            (date_format(date(year.year, each["month"], 1), "F"), *_shown(each, counted.OF_MONTHS))
            for each in telling.months(year)
        ],
        "places": [
            (
                _title(place.titles, language),
                *_shown(place.figures, counted.OF_PLACES),
                counted.hours_text(place.median_hours),
            )
            for place in telling.places(year)
        ],
        "removals": [
            (each.at, _title(titles, language), each.count, each.reason)
            for each, _place, titles in removed[: telling.MOST_REMOVALS]
        ],
        "has_more_removals": len(removed) > telling.MOST_REMOVALS,
    }


def _shown(row: dict[str, int | None], names: tuple[str, ...]) -> list[str]:
    return [counted.shown(row[name]) for name in names]


def _title(titles: dict[str, str], language: str) -> str:
    """In the reader's language or another; "" for places that are not public."""
    return titles.get(language) or next(iter(titles.values()), "")


def _data(year: int) -> list[tuple[str, str]]:
    """Addresses of the same as open data, where the site has it."""
    names = ("years", "months", "places", "removals")
    try:
        return [(name, f"{reverse(f'raati_api:moderation-{name}')}?year={year}") for name in names]
    except NoReverseMatch:
        return []
