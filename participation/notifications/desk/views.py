"""One mail with the button that sends it again, and how many there were each day."""

from collections import defaultdict
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from participation.core import clock, mail_care
from participation.core.actors import actor_for
from participation.core.models import Fate, OutgoingMail
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .listing import outline

DAYS = 30
NOT_ARRIVED = (Fate.FAILED, Fate.BOUNCED)


def _require(request: HttpRequest) -> None:
    if not mail_care.may_look(actor_for(request)):
        raise PermissionDenied


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    _require(request)
    row = get_object_or_404(OutgoingMail.objects.select_related("person__user"), pk=pk)
    if request.method == "POST":
        return _retry(request, row)
    context = {
        "mail": row,
        "to": outline(row),
        "may_retry": row.fate in NOT_ARRIVED and (row.person_id or row.address),
    }
    return render(request, "raati_notifications/admin/mail.html", context)


def _retry(request: HttpRequest, row: OutgoingMail) -> HttpResponse:
    try:
        mail_care.retry_mail(actor=actor_for(request), mail=row)
    except RuleBroken as broken:
        messages.error(request, str(broken))
    else:
        messages.success(request, _("The mail is on its way again."))
    return HttpResponseRedirect(request.path)


@require_safe
@private_page
def days(request: HttpRequest) -> HttpResponse:
    """The last thirty days: how many mails there were, and what became of them."""
    _require(request)
    since = clock.glance() - timedelta(days=DAYS)
    counted = (
        OutgoingMail.objects.filter(created_at__gte=since)
        .annotate(day=TruncDate("created_at"))
        .values_list("day", "fate")
        .annotate(n=Count("pk"))
        .order_by()
    )
    found: dict[Any, dict[str, int]] = defaultdict(dict)
    for day, fate, n in counted:
        found[day][fate] = n
    rows = [(day, [found[day].get(f, 0) for f in Fate.values]) for day in sorted(found)[::-1]]
    context = {"fates": [each.label for each in Fate], "rows": rows}
    return render(request, "raati_notifications/admin/days.html", context)
