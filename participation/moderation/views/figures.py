"""The public page with the figures of each year."""

from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from participation.core import clock, moderatable
from participation.core.shared import shared_page

from .. import figures as counted

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
    return render(
        request, "raati_moderation/figures.html", {"year": chosen, "years": years, **rows}
    )


def _rows(year: counted.Year) -> dict[str, Any]:
    labels = {value: label for kind in moderatable.kinds() for value, label in kind.reasons()}
    by_reason = [
        (str(labels.get(reason, reason)), counted.shown(number))
        for reason, number in sorted(year.hidden_by.items(), key=lambda item: -item[1])
        if reason
    ]
    names = ("reports", "hidden", "redacted", "bans", "asked_again", "changed")
    numbers = {name: counted.shown(getattr(year, name)) for name in names}
    return {
        **numbers,
        "by_reason": by_reason,
        "median": counted.hours_text(year.median_hours),
    }
