"""The search page: the same for everybody, and not for search engines."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..shared import shared_page
from .kinds import kinds
from .results import MOST_PAGES, Results, search
from .words import MOST_LETTERS


@require_safe
@shared_page
def search_page(request: HttpRequest) -> HttpResponse:
    """What was looked for, in all kinds of things or in one; every choice is in the address."""
    kind = request.GET.get("kind", "")
    if kind not in [each.name for each in kinds()]:
        kind = ""
    given = request.GET.get("page", "")
    number = int(given) if given.isascii() and given.isdecimal() and len(given) <= 3 else 1
    results = search(request.GET.get("q", ""), get_language() or "", kind, min(number, MOST_PAGES))
    context = {"results": results, "most": MOST_LETTERS, **_ways(results)}
    response = render(request, "raati_core/search.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _ways(results: Results) -> dict[str, object]:
    """Addresses of the other kinds and of the neighbouring pages."""
    base = reverse("raati_search")

    def to(**more: object) -> str:
        pairs = {"q": results.query.text, **more}
        return f"{base}?{urlencode({name: value for name, value in pairs.items() if value})}"

    tabs = [("", _("All"), sum(results.counts.values()))]
    tabs += [(each.name, each.label, results.counts.get(each.name, 0)) for each in kinds()]
    number, last = results.number, results.pages
    return {
        "tabs": [
            {"label": label, "count": count, "href": to(kind=name), "current": name == results.kind}
            for name, label, count in tabs
        ],
        "address": base,
        "previous": to(kind=results.kind, page=number - 1) if number > 1 else "",
        "next": to(kind=results.kind, page=number + 1) if number < last else "",
        "meant": to() if not results.is_other_spelling else _other(base, results),
    }


def _other(base: str, results: Results) -> str:
    return f"{base}?{urlencode({'q': results.shown.text})}"
