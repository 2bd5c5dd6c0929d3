"""What the filters show as a file: minimal, safe to open, not to be joined on persons.

No names, accounts or supporters; days instead of instants; the order is by day and
the public id, so that it tells no more than the cells do.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.cells import KINDS, as_file
from participation.core.shared import private_page

from .. import actions
from ..models import Idea
from .rights import works_here
from .selecting import Selection

#: More than this in one file would hold up everybody else; the filters make it smaller.
MOST = 20_000


@require_http_methods(["POST"])
@private_page
def export(request: HttpRequest) -> HttpResponse:
    """The file; the log is written first. A POST, because it leaves a trace."""
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    selection = Selection(request, str(request.POST.get("query", "")))
    kind = str(request.POST.get("kind", ""))
    refusal = _refusal(selection, kind)
    if refusal:
        messages.error(request, refusal)
        there = reverse("raati_ideas_desk:index")
        return HttpResponseRedirect(f"{there}?{selection.query}", status=303)
    found = in_order(selection.rows)
    actions.record_export(actor=actor, query=selection.query, kind=kind, count=len(found))
    response = HttpResponse(content(found, kind), content_type=KINDS[kind])
    name = f"{_('ideas')}-{clock.today().isoformat()}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _refusal(selection: Selection, kind: str) -> str:
    if kind not in KINDS:
        return _("Choose the kind of file.")
    if not selection.is_sound:
        return _("A filter was not understood. Choose the filters again.")
    if selection.rows.count() > MOST:
        return _("More than %(most)d ideas do not fit in one file. Choose more filters.") % {
            "most": MOST
        }
    return ""


def in_order(rows: Any) -> list[Idea]:
    """The ideas by the day they were sent, then by public id."""
    found = rows.select_related("component__source_page", "theme", "area", "service_area", "answer")
    return sorted(found, key=lambda idea: (_local_day(idea.created_at), idea.public_id))


def headings() -> list[str]:
    languages = [get_language_info(code)["name_translated"] for code, _name in settings.LANGUAGES]
    return [
        *(_("Identifier"), _("Idea board"), _("Title"), _("Text"), _("Language"), _("State")),
        *(_("Theme"), _("Area"), _("Service area"), _("Supports"), _("How it came")),
        *(_("Sent"), _("Received on"), _("Due date"), _("Answered on"), _("Outcome")),
        *(f"{_('Answer')} ({name})" for name in languages),
        *(_("Shown to everybody"), _("Cost")),
    ]


def row(idea: Idea) -> list[Any]:
    """One idea's cells, in the order of the headings."""
    answer = idea.official_answer
    said = getattr(answer.text, "data", {}) if answer else {}
    said = said if isinstance(said, dict) else {settings.LANGUAGE_CODE: str(said)}
    return [
        idea.public_id,
        str(idea.component.source_page or ""),
        *(idea.title, idea.text, idea.language, str(idea.state_word)),
        *(str(each or "") for each in (idea.theme, idea.area, idea.service_area)),
        idea.support_count,
        idea.get_channel_display(),
        _day(idea.created_at),
        *(day.isoformat() if day else "" for day in (idea.received_on, idea.due_on)),
        _day(answer.published_at) if answer else "",
        str(answer.get_outcome_display()) if answer else "",
        *(said.get(code, "") for code, _name in settings.LANGUAGES),
        _("yes") if idea.is_visible else _("no"),
        float(idea.cost) if idea.cost is not None else "",
    ]


def content(ideas: Iterable[Idea], kind: str) -> bytes:
    """The file's bytes."""
    return as_file(headings(), map(row, ideas), kind, _("ideas"))


def _local_day(moment: datetime) -> Any:
    return timezone.localtime(moment).date()


def _day(moment: datetime) -> str:
    return _local_day(moment).isoformat()
