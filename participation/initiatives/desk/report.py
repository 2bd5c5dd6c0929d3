"""The yearly report to the council: initiatives and what was done because of them (section 23)."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.shared import private_page

from ..models import State
from .rights import initiatives_for, works_here

FIRST_YEAR = 2000


@require_safe
@private_page
def report(request: HttpRequest) -> HttpResponse:
    """A page to print. It names no maker but organisations, and no signer."""
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    today = clock.today()
    year = _year(request.GET.get("year", ""), today)
    rows = list(initiatives_of(year, initiatives_for(actor)))
    context: dict[str, Any] = {
        "year": year,
        "years": range(today.year, today.year - 5, -1),
        "rows": [(row, row.is_late(min(today, date(year, 12, 31)))) for row in rows],
        "page_title": _("Initiatives in %(year)s") % {"year": year},
        "header_title": _("Initiatives in %(year)s") % {"year": year},
        "header_icon": "doc-full",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("raati_initiatives_desk:index"), "label": _("Initiatives")},
            {"url": "", "label": _("Yearly report")},
        ],
    }
    return render(request, "raati_initiatives/desk/report.html", context)


def _year(asked: str, today: date) -> int:
    """The year asked for, or this one."""
    if asked.isascii() and asked.isdigit() and len(asked) == 4:
        return min(max(int(asked), FIRST_YEAR), today.year)
    return today.year


def initiatives_of(year: int, rows: Any) -> Any:
    """Delivered by the end of the year and not finished before it; hidden ones count, too."""
    delivered = rows.filter(withdrawn_at=None, delivered_at__lt=_start(year + 1))
    open_then = Q(state=State.DELIVERED) | Q(entries__on__year__gte=year)
    in_year = Q(delivered_at__gte=_start(year))
    found: Any = delivered.filter(in_year | open_then).distinct()
    return found.prefetch_related("entries").order_by("delivered_at", "pk")


def _start(year: int) -> datetime:
    """The year's first instant, in local time."""
    return timezone.make_aware(datetime(year, 1, 1))  # noqa: DTZ001
