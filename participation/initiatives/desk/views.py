"""One initiative on the desk: everything the registry does with it, each act a form of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.log_actions import registry as log_registry

from participation.core import desk
from participation.core.actors import Actor, actor_for
from participation.core.errors import answer_errors
from participation.core.fresh import require_fresh
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .. import actions
from ..export import zip_of
from ..fragments import steps_of
from ..models import Initiative, State
from . import forms
from .rights import initiatives_for, works_here

LOG_ENTRIES = 50


@dataclass(frozen=True)
class Task:
    """One form on the page: what it calls, when it fits, what is said around it."""

    form: Callable[..., Any]
    act: Callable[..., Any]
    fits: Callable[[Initiative], bool]
    heading: Any
    press: Any
    done: Any


TASKS = {
    "pending": Task(
        forms.PendingForm,
        actions.record_pending,
        lambda row: row.withdrawn_at is None and row.state == State.DELIVERED,
        gettext_lazy("Record as pending"),
        gettext_lazy("Save"),
        gettext_lazy("The day is recorded and its maker told."),
    ),
    "record": Task(
        forms.EntryForm,
        actions.record_entry,
        lambda row: row.withdrawn_at is None and row.pending_on is not None,
        gettext_lazy("Record what was done"),
        gettext_lazy("Publish"),
        gettext_lazy("It is published and the maker told."),
    ),
    "hide": Task(
        forms.HideForm,
        actions.hide_initiative,
        lambda row: row.withdrawn_at is None and row.hidden_at is None,
        gettext_lazy("Hide the initiative"),
        gettext_lazy("Hide the initiative"),
        gettext_lazy("The initiative is hidden."),
    ),
    "restore": Task(
        forms.RestoreForm,
        actions.restore_initiative,
        lambda row: row.hidden_at is not None,
        gettext_lazy("Show the initiative again"),
        gettext_lazy("Show the initiative again"),
        gettext_lazy("The initiative is shown again."),
    ),
}


def _found(request: HttpRequest, public_id: str) -> tuple[Actor, Initiative]:
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    rows = (
        initiatives_for(actor).with_numbers().select_related("component__source_page", "crossing")
    )
    return actor, get_object_or_404(rows, public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def initiative(request: HttpRequest, public_id: str) -> HttpResponse:
    """The initiative and the forms that fit it; a POST names its form in `task`."""
    actor, found = _found(request, public_id)
    all_forms = {
        name: task.form(initiative=found) for name, task in TASKS.items() if task.fits(found)
    }
    if request.method != "POST":
        return _page(request, found, all_forms)
    name = request.POST.get("task", "")
    if name not in all_forms:
        raise PermissionDenied
    form = TASKS[name].form(request.POST, initiative=found)
    return _do(request, actor, found, {**all_forms, name: form}, name)


def _do(
    request: HttpRequest, actor: Actor, found: Initiative, all_forms: dict[str, Any], name: str
) -> HttpResponse:
    form, task = all_forms[name], TASKS[name]
    if not form.is_valid():
        return _page(request, found, all_forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        task.act(actor=actor, initiative=found, **form.act())
    except RuleBroken as broken:
        form.add_error("on" if broken.code == "day" else None, str(broken.reason))
        if broken.code == "version":
            # Told, with what is there now above: a second save is a knowing one.
            form.data = form.data.copy()
            form.data[form.add_prefix("version")] = found.version
        return _page(request, found, all_forms, status=HTTPStatus.CONFLICT)
    messages.success(request, task.done)
    there = reverse("raati_initiatives_desk:initiative", args=[found.public_id])
    return HttpResponseRedirect(desk.after(request, there), status=HTTPStatus.SEE_OTHER)


def _page(
    request: HttpRequest, found: Initiative, all_forms: dict[str, Any], status: int = HTTPStatus.OK
) -> HttpResponse:
    public = found.component.url("initiative", found.path_name) if found.is_visible else ""
    context = {
        "initiative": found,
        "tasks": [(name, TASKS[name], form) for name, form in all_forms.items()],
        "media": sum((form.media for form in all_forms.values()), Media()),
        "steps": steps_of(found),
        "entries": found.entries.select_related("by"),
        "log": log_registry.get_logs_for_instance(found).select_related("user")[:LOG_ENTRIES],
        "public_address": public,
        "export_address": reverse("raati_initiatives_desk:export", args=[found.public_id])
        if found.delivered_at
        else "",
        "page_title": found.title,
        "header_title": found.title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("raati_initiatives_desk:index"), "label": _("Initiatives")},
            {"url": "", "label": found.title},
        ],
    }
    return render(request, "raati_initiatives/desk/initiative.html", context, status=status)


@require_POST
@private_page
@answer_errors
def export(request: HttpRequest, public_id: str) -> HttpResponse:
    """The ZIP for the case-management system: names leave the house, so it asks who is there.

    A POST, because it leaves a trace in the log.
    """
    actor, found = _found(request, public_id)
    there = reverse("raati_initiatives_desk:initiative", args=[found.public_id])
    if asked := require_fresh(request, then=there):
        return asked
    reason = request.POST.get("reason", "")
    dossier = actions.export_initiative(actor=actor, initiative=found, reason=reason)
    response = HttpResponse(zip_of(dossier), content_type="application/zip")
    name = f"initiative-{found.public_id}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
