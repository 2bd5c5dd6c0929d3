"""Writing down what somebody said on paper, at an event, on the phone or at the counter."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core.actors import Actor, actor_for
from participation.core.models import AuthorKind, Component
from participation.core.openness import lineages, look_at
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .. import actions, policies
from ..listing import Choices
from ..models import SUBMIT, Channel, Idea, IdeaBoardPage
from .crumbs import frame
from .forms_entering import EnterForm
from .rights import ideas_for, works_here

#: Beside which field a broken rule is told.
FIELDS = {"channel": "channel", "received": "received_on", "choice": "theme", "alt": "photo_alt"}


def boards(actor: Actor) -> list[tuple[Component, str]]:
    """The boards on which the actor may write for others, each with why it takes none now."""
    if not policies.enters_for_others(actor):
        raise PermissionDenied
    keys = IdeaBoardPage.objects.filter(alias_of=None).values("translation_key")
    rows = Component.objects.filter(key__in=keys, source_page__live=True, archived_at=None)
    found = sorted(rows.select_related("source_page"), key=lambda row: str(row.source_page))
    above = lineages(found)
    mine = [row for row in found if _may(actor, row)]
    return [(row, look_at(above[row.key], SUBMIT)[SUBMIT].reason) for row in mine]


def _may(actor: Actor, component: Component) -> bool:
    try:
        policies.may_send(_scribe(actor, ""), component)
    except Refused:
        return False
    return True


def _scribe(actor: Actor, channel: str) -> Actor:
    return Actor(AuthorKind.ON_BEHALF, user=actor.user, person=actor.person, channel=channel)


@require_http_methods(["GET", "HEAD"])
@private_page
def choose(request: HttpRequest) -> HttpResponse:
    """On which board? Where only one is open there is nothing to ask."""
    found = boards(actor_for(request))
    openly = [board for board, reason in found if not reason]
    if len(openly) == 1:
        return HttpResponseRedirect(reverse("raati_ideas_desk:enter_on", args=[openly[0].key]))
    context = {"boards": found, **frame(_("Enter an idea for somebody"), icon="plus")}
    return render(request, "raati_ideas/desk/enter_choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def enter(request: HttpRequest, key: UUID) -> HttpResponse:
    """The form; "save and enter the next" comes back here with the same channel and day."""
    actor = actor_for(request)
    found = next(((b, why) for b, why in boards(actor) if b.key == key), None)
    if found is None:
        raise Http404
    component, reason = found
    choices = Choices.of(component)
    if request.method != "POST":
        form = EnterForm(initial=_initial(request), choices=choices)
        return _page(request, component, form, reason)
    form = EnterForm(request.POST, request.FILES, choices=choices)
    if not form.is_valid():
        return _page(request, component, form, reason, status=422)
    try:
        idea = actions.send_idea(
            actor=_scribe(actor.settled(), form.cleaned_data["channel"]),
            component=component,
            **form.act(),
        )
    except RuleBroken as broken:
        form.add_error(FIELDS.get(broken.code), str(broken.reason))
        return _page(request, component, form, reason, status=409)
    messages.success(request, _("The idea “%(title)s” is on the board.") % {"title": idea.title})
    return HttpResponseRedirect(_onwards(request, actor, idea), status=303)


def _initial(request: HttpRequest) -> dict[str, str]:
    channel = request.GET.get("channel", "")
    return {
        "channel": channel if channel in Channel.values else "",
        "received_on": request.GET.get("received_on", "")[:10],
    }


def _onwards(request: HttpRequest, actor: Actor, idea: Idea) -> str:
    if "next" in request.POST:
        kept = {"channel": idea.channel, "received_on": request.POST.get("received_on", "")[:10]}
        there = reverse("raati_ideas_desk:enter_on", args=[idea.component_id])
        return f"{there}?{urlencode(kept)}"
    if works_here(actor) and ideas_for(actor).filter(pk=idea.pk).exists():
        return reverse("raati_ideas_desk:idea", args=[idea.public_id])
    return reverse("raati_ideas_desk:enter")


def _page(
    request: HttpRequest, component: Component, form: EnterForm, reason: str, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "board": component.source_page,
        "form": form,
        "reason": reason,
        "media": form.media,
        **frame(_("Enter an idea for somebody"), icon="plus"),
    }
    return render(request, "raati_ideas/desk/enter.html", context, status=status)
