"""Reporting a thing: a link, a choice, a press; with or without an account."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from participation.core import addresses, guards, moderatable
from participation.core.actors import actor_for, guest_session
from participation.core.guarded_forms import require_human
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from ..actions import report_thing
from ..forms import ReportForm
from ..models import Lane, ModerationSettings, Report


def _thing(request: HttpRequest, slug: str, public_id: str) -> tuple[moderatable.Moderatable, Any]:
    """What this visitor sees, and so may report; 404 for everything else."""
    kind = moderatable.kind_named(slug)
    if kind is None:
        raise Http404
    return kind, get_object_or_404(kind.visible_to(actor_for(request)), public_id=public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def report(request: HttpRequest, slug: str, public_id: str) -> HttpResponse:
    """The form; danger first shows where help is."""
    kind, thing = _thing(request, slug, public_id)
    if request.method != "POST":
        return _page(request, kind, thing, ReportForm(initial={"key": new_key()}))
    form = ReportForm(request.POST)
    if not form.is_valid():
        return _page(request, kind, thing, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.needs_help_first:
        return _page(request, kind, thing, form, is_danger=True)
    given = form.cleaned_data
    try:
        guards.require_rate(request, "moderation.report")
        require_human(request, form)
        sent = report_thing(
            actor=guest_session(request),
            kind=kind,
            thing=thing,
            key=given["key"],
            reason=given["reason"],
            words=given["words"],
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _page(request, kind, thing, form, status=broken.status)
    there = reverse("raati_moderation:reported", args=[sent.public_id])
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _page(
    request: HttpRequest,
    kind: moderatable.Moderatable,
    thing: Any,
    form: ReportForm,
    *,
    status: int = HTTPStatus.OK,
    is_danger: bool = False,
) -> HttpResponse:
    context = {
        "form": form,
        "title": kind.title(thing),
        "language": kind.language(thing),
        "back": addresses.address_of(thing),
        "is_danger": is_danger,
        "is_member": actor_for(request).is_member,
        "help": help_lines(request),
    }
    return render(request, "raati_moderation/report.html", context, status=status)


def help_lines(request: HttpRequest) -> list[str]:
    """Where somebody in danger finds help, a line for each place."""
    text = str(ModerationSettings.for_request(request).help_text)
    return [line.strip() for line in text.splitlines() if line.strip()]


@require_safe
@private_page
def reported(request: HttpRequest, public_id: str) -> HttpResponse:
    """Thanks, and what happens next; nothing of what was reported."""
    sent = get_object_or_404(Report.objects.select_related("case"), public_id=public_id)
    is_danger = sent.case.lane == Lane.DANGER
    context = {"is_danger": is_danger, "help": help_lines(request) if is_danger else []}
    return render(request, "raati_moderation/reported.html", context)
