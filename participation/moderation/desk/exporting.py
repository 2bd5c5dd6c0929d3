"""The log of moderation as a file: what was decided and why; no reporter, author or text."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.cells import KINDS, as_file
from participation.core.shared import private_page

from .. import actions, policies
from ..models import Case, Decision
from .queue import selected

#: More than this in one file would hold up everybody else.
MOST = 20_000


@require_POST
@private_page
def export(request: HttpRequest) -> HttpResponse:
    """The file; the log is written first. A POST, because it leaves a trace."""
    actor = actor_for(request)
    if not policies.works_here(actor):
        raise PermissionDenied
    kind, query = request.POST.get("kind", ""), request.POST.get("query", "")[:300]
    if kind not in KINDS:
        messages.error(request, _("Choose the kind of file."))
        return HttpResponseRedirect(reverse("raati_moderation_desk:queue"), status=303)
    rows = selected(actor, QueryDict(query)).select_related("component__source_page")
    found = in_order(rows.prefetch_related("decisions__appeal", "reports").order_by("pk")[:MOST])
    actions.record_export(actor=actor, query=query, kind=kind, count=len(found))
    content = as_file(headings(), cells(found), kind, _("moderation"))
    response = HttpResponse(content, content_type=KINDS[kind])
    name = f"{_('moderation')}-{clock.today().isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def in_order(rows: Iterable[Case]) -> list[Case]:
    """By the day, then the public id: the order tells no more than the cells do."""
    return sorted(rows, key=lambda case: (_day(case.opened_at), case.public_id))


def headings() -> list[str]:
    return [
        *(_("Case"), _("Place"), _("What opened it"), _("Opened"), _("Reports"), _("Decided")),
        *(_("Decision"), _("Reason"), _("New decision asked"), _("What became of it")),
    ]


def cells(found: Iterable[Case]) -> Iterator[list[Any]]:
    """A row for each decision, and one for each case without any."""
    for case in found:
        decisions: list[Decision | None] = list(case.decisions.all())
        for decision in decisions or [None]:
            yield _row(case, decision)


def _row(case: Case, decision: Decision | None) -> list[Any]:
    appeal = decision.request if decision else None
    return [
        case.public_id,
        str(case.component.source_page or ""),
        str(case.get_source_display()),
        _day(case.opened_at),
        len(case.reports.all()),
        _day(decision.at) if decision else "",
        str(decision.get_what_display()) if decision else "",
        str(decision.reason_label) if decision else "",
        _("yes") if appeal else "",
        str(appeal.get_outcome_display()) if appeal else "",
    ]


def _day(moment: Any) -> str:
    return timezone.localtime(moment).date().isoformat()
