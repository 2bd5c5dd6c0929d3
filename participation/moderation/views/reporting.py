"""Reporting a thing: a link, a choice, a press; with or without an account."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods, require_safe

from participation.core import addresses, clock, guards, moderatable
from participation.core.actors import actor_for, guest_session
from participation.core.guarded_forms import require_human
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.visibility import page_for

from .. import conf, outcomes
from ..actions import report_thing
from ..actions.reporting import PROTECTS
from ..forms import ReportForm
from ..models import Case, Lane, ModerationSettings, Report


def _thing(request: HttpRequest, slug: str, public_id: str) -> tuple[moderatable.Moderatable, Any]:
    """What this visitor sees, and so may report; 404 for everything else."""
    kind = moderatable.kind_named(slug)
    if kind is None:
        raise Http404
    thing = get_object_or_404(kind.visible_to(actor_for(request)), public_id=public_id)
    if page_for(request, kind.component(thing)) is None:
        raise Http404
    return kind, thing


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
            source=guards.source_mark(request),
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _page(request, kind, thing, form, status=broken.status)
    return HttpResponseRedirect(outcomes.address_of(sent), status=HTTPStatus.SEE_OTHER)


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
        # As rules.hides_at_once has it: nobody without a name makes others' words disappear.
        "hides": actor_for(request).is_member or kind.component(thing).settings.get(PROTECTS),
        "help": _help(request),
    }
    return render(request, "raati_moderation/report.html", context, status=status)


def _help(request: HttpRequest) -> list[str]:
    return ModerationSettings.for_request(request).help_lines()


@require_safe
@private_page
def reported(request: HttpRequest, public_id: str, proof: str) -> HttpResponse:
    """Thanks and what happens next, later what became of it; nothing of what was reported.

    Whoever has the address may look: a reporter without an account has nothing else.
    """
    sent = Report.objects.select_related("case").filter(public_id=public_id).first()
    if sent is None or not outcomes.is_proof(public_id, proof):
        raise Http404
    case, actor = sent.case, actor_for(request)
    ends = outcomes.expires_at(case)
    is_own = actor.person is not None and sent.reporter_id == actor.person.pk
    if ends is not None and ends <= clock.glance() and not is_own:
        return render(request, "raati_moderation/report_gone.html", status=HTTPStatus.GONE)
    is_danger = case.lane == Lane.DANGER
    context = {
        "outcome": outcomes.text_of(case),
        "is_danger": is_danger,
        "is_hidden": _is_out_of_sight(case),
        "is_member": sent.reporter_id is not None,
        "link": request.build_absolute_uri(),
        "days": conf.get("REPORT_LINK_DAYS"),
        "ends": ends,
        "help": _help(request) if is_danger else [],
    }
    return render(request, "raati_moderation/reported.html", context)


def _is_out_of_sight(case: Case) -> bool:
    kind, thing = case.kind_of_thing, case.thing
    return kind is not None and thing is not None and kind.is_held(thing)
