"""Telling what a place asks, and looking at what was told."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from participation.core import clock
from participation.core.actors import Actor, actor_for
from participation.core.eligibility import Verdict, conditions_of
from participation.core.errors import answer_errors
from participation.core.models import Component
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from ..actions import tell as act
from ..engine import ENGINE, parts_of
from ..forms import TellForm, told_values
from ..guardians.actions import await_consent
from ..guardians.views import child_address
from ..knowing import FACTS, load
from ..models import Level, Profile
from .places import back_to, place_of, see_other, to_sign_in

METHODS = ["GET", "HEAD", "POST"]


@require_http_methods(METHODS)
@answer_errors
@private_page
def tell(request: HttpRequest, public_id: str) -> HttpResponse:
    """Only what this place asks and nobody has proved yet; then back to it."""
    component, page = place_of(request, public_id)
    actor, back = actor_for(request), back_to(request, page)
    if not actor.is_member:
        return to_sign_in(request)
    names = asked_of(actor, component)
    if not names:
        return see_other(back)
    context = {
        "place": page.title,
        "clauses": ENGINE.clauses(conditions_of(component)),
        "back": back,
        "profile": _profile(actor),
    }
    return _answered(request, actor, names, back, "raati_people/tell.html", context)


def asked_of(actor: Actor, component: Component) -> list[str]:
    """What the place asks people to tell, as far as it is not proved."""
    conditions = conditions_of(component)
    if conditions.get("level") == Level.VERIFIED:
        return []
    at = clock.glance()
    known, on = load(actor, component, at, [FACTS]), timezone.localdate(at)
    return [
        name
        for each, value in parts_of(conditions)
        if each.tells and each.answer(value, known, on, only_proved=True).verdict is Verdict.UNKNOWN
        for name in each.tells
    ]


@require_http_methods(METHODS)
@answer_errors
@private_page
def told(request: HttpRequest) -> HttpResponse:
    """What I told of myself, to look at and to change."""
    actor = actor_for(request)
    if not actor.is_member:
        return to_sign_in(request)
    profile = _profile(actor)
    names = list(told_values(profile))
    here = reverse("raati_people:told")
    context = {"profile": profile, "is_known": bool(names)}
    if not names:
        return render(request, "raati_people/told.html", context)
    return _answered(request, actor, names, f"{here}?changed=1", "raati_people/told.html", context)


def _profile(actor: Actor) -> Profile | None:
    if actor.person is None:
        return None
    return Profile.objects.filter(person=actor.person).select_related("area").first()


def _answered(
    request: HttpRequest,
    actor: Actor,
    names: list[str],
    done: str,
    template: str,
    context: dict[str, Any],
) -> HttpResponse:
    """The form, and what comes of it; whoever told it goes on to `done`."""
    status = HTTPStatus.OK
    form = TellForm(names=names, initial=told_values(context["profile"]))
    if request.method == "POST":
        form, status = TellForm(request.POST, names=names), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                act(actor=actor, **form.cleaned_data)
            except RuleBroken as broken:
                if broken.code == "guardian":
                    return see_other(child_address(await_consent(actor=actor)))
                field = broken.code if broken.code in form.fields else None
                form.add_error(field, str(broken.reason))
                status = HTTPStatus.CONFLICT
            else:
                return see_other(done)
    return render(request, template, {**context, "form": form}, status=status)
