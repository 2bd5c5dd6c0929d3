"""One case: what was reported, how it reads now, what was decided, and the forms to decide."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core import clock, desk
from participation.core.actors import Actor, actor_for
from participation.core.models import Person
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.when import moment_text

from .. import actions, policies
from ..models import Appeal, Ban, Case, Decision, ModerationSettings
from . import forms
from .frame import frame

#: Beside which field of the decision a broken rule is told.
FIELDS = ("what", "reason", "words", "note", "until", "title", "text", "answer", "outcome")


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def case(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page and its forms; a POST names its form in `task`."""
    actor = actor_for(request)
    if not policies.works_here(actor):
        raise PermissionDenied
    rows = policies.cases_for(actor).select_related("component__source_page", "assigned_to")
    found = get_object_or_404(rows, public_id=public_id)
    shown = Shown(found, actor)
    if request.method != "POST":
        return _page(request, shown)
    task = request.POST.get("task", "")
    if task not in shown.forms:
        raise PermissionDenied
    return _do(request, shown, task)


class Shown:
    """A case with everything its page prints, and the forms that this actor may use."""

    def __init__(self, found: Case, actor: Actor) -> None:
        self.case, self.actor = found, actor
        self.kind, self.thing = found.kind_of_thing, found.thing
        self.author = self.kind.author(self.thing) if self.kind and self.thing else None
        self.decisions = list(
            Decision.objects.filter(case__kind=found.kind, case__subject_id=found.subject_id)
            .select_related("by", "appeal__decided_by", "case")
            .order_by("at", "pk")
        )
        self.appeal = _waiting_appeal(self.decisions, found)
        self.voices = _voices(found)
        self.bans = _bans(self.author)
        self.forms: dict[str, Any] = {name: self.form(name) for name in self._fitting()}

    def _fitting(self) -> list[str]:
        may = self.refusal(policies.may_moderate, self.case) == ""
        names = ["decide", "assign"] if may and self.kind and self.thing else []
        if self.appeal and not self.refusal(policies.may_decide_again, self.appeal):
            names.insert(0, "again")
        if may and self.bans:
            names.append("lift")
        return names

    def refusal(self, policy: Any, subject: Any) -> str:
        """Why the actor may not, or ""."""
        try:
            policy(self.actor, subject)
        except Refused as refused:
            return str(refused.reason)
        return ""

    def form(self, name: str, data: Any = None) -> Any:
        if name == "decide":
            given = {"kind": self.kind, "thing": self.thing, "voices": self.voices}
            return forms.DecideForm(data, case=self.case, **given)
        if name == "assign":
            return forms.AssignForm(data, case=self.case)
        return forms.DecideAgainForm(data) if name == "again" else forms.LiftForm(data)

    def act(self, name: str, form: Any) -> None:
        if name == "decide":
            actions.decide_case(actor=self.actor, case=self.case, **form.act())
        elif name == "assign":
            actions.assign_case(actor=self.actor, case=self.case, **form.act())
        elif name == "again":
            actions.decide_again(actor=self.actor, appeal=self.appeal, **form.act())
        else:
            given = form.cleaned_data
            ban = get_object_or_404(Ban, public_id=given["ban"], person=self.author)
            actions.lift_ban(actor=self.actor, ban=ban, why=given["why"])


def _waiting_appeal(decisions: list[Decision], found: Case) -> Appeal | None:
    mine = [each.request for each in decisions if each.case_id == found.pk and each.request]
    return next((each for each in mine if each.decided_at is None), None)


def _bans(author: Person | None) -> list[Ban]:
    if author is None:
        return []
    bans = Ban.objects.in_force(clock.glance()).filter(person=author)
    return list(bans.select_related("component__source_page"))


def _voices(found: Case) -> list[dict[str, str]]:
    """The supports of a flagged crowd: when, from how young an account, which came from one place.

    No name: who decides looks at how they came, not at who they are.
    """
    kind, since = found.kind_of_thing, found.evidence.get("since")
    if kind is None or not found.is_about_voices or not since:
        return []
    until = datetime.fromisoformat(found.evidence["until"])
    voices = [
        each
        for each in kind.voices(datetime.fromisoformat(since))
        if each.thing == found.subject_id and each.at <= until
    ]
    people = Person.objects.in_bulk([each.person for each in voices if each.person])
    places = {source: n for n, source in enumerate(dict.fromkeys(v.source for v in voices), 1)}
    return [
        {
            "person": people[each.person].public_id,
            "label": _("%(at)s – account made %(joined)s – address no. %(place)d")
            % {
                "at": moment_text(each.at),
                "joined": moment_text(each.joined),
                "place": places[each.source],
            },
        }
        for each in voices
        if each.person
    ]


def _flood(found: Case, actor: Actor) -> list[dict[str, Any]]:
    """The other new things of a flood: how each stands, and where to look at it."""
    kind = found.kind_of_thing
    if kind is None or found.evidence.get("what") != "things":
        return []
    rows = [kind.find(each) for each in found.evidence.get("things", ())]
    return [
        {
            "title": kind.title(row),
            "language": kind.language(row),
            "address": kind.address(actor, row),
            "is_shown": not (kind.is_hidden(row) or kind.is_held(row) or kind.is_gone(row)),
        }
        for row in rows
        if row is not None
    ]


def _do(request: HttpRequest, shown: Shown, task: str) -> HttpResponse:
    form = shown.forms[task] = shown.form(task, request.POST)
    if not form.is_valid():
        return _page(request, shown, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        shown.act(task, form)
    except RuleBroken as broken:
        field = broken.code if broken.code in FIELDS and broken.code in form.fields else None
        form.add_error(field, str(broken.reason))
        if broken.code == "version":
            # Told, with what the other did beside: a second press is a knowing one.
            fresh = Case.objects.get(pk=shown.case.pk)
            form.data = form.data.copy()
            form.data[form.add_prefix("version")] = fresh.version
        return _page(request, shown, broken.status)
    messages.success(request, _("Saved. The history below shows it."))
    case_page = reverse("raati_moderation_desk:case", args=[shown.case.public_id])
    is_done = task in ("decide", "again")
    there = (desk.after if is_done else desk.stay)(request, case_page)
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _page(request: HttpRequest, shown: Shown, status: int = HTTPStatus.OK) -> HttpResponse:
    found, kind, thing = shown.case, shown.kind, shown.thing
    decision = shown.appeal.decision if shown.appeal else None
    is_alone = decision is not None and not (
        policies.has_second_moderator(decision, clock.glance())
        or ModerationSettings.objects.filter(stand_in__isnull=False).exists()
    )
    context = {
        **frame(found.title or _("Case"), is_below=True),
        "case": found,
        "kind": kind,
        "now": {"title": kind.title(thing), "text": kind.text(thing)} if kind and thing else None,
        "is_hidden": bool(kind and thing and kind.is_hidden(thing)),
        "is_held": bool(kind and thing and kind.is_held(thing)),
        "is_gone": bool(kind and thing and kind.is_gone(thing)),
        "language": kind.language(thing) if kind and thing else "",
        "address": kind.address(shown.actor, thing) if kind and thing else "",
        "help": ModerationSettings.for_request(request).help_lines(),
        "flood": _flood(found, shown.actor),
        "voices_name": kind.voices_name if kind else "",
        "reports": found.reports.order_by("at"),
        "decisions": shown.decisions,
        "appeal": shown.appeal,
        "own_words": shown.refusal(policies.may_moderate, found),
        "not_again": shown.refusal(policies.may_decide_again, shown.appeal) if shown.appeal else "",
        "is_alone": is_alone,
        "bans": shown.bans,
        "forms": shown.forms,
        "media": sum((form.media for form in shown.forms.values()), Media()),
    }
    return render(request, "raati_moderation/desk/case.html", context, status=status)
