"""The queue: what waits for a moderator, filtered, with acts on many."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from participation.core import moderatable
from participation.core.actors import Actor, actor_for
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .. import actions, policies
from ..models import Case, Lane, Source, What
from ..models.cases import CaseQuerySet
from .frame import frame

PER_PAGE = 50
#: So many at a time: the answer must come while somebody waits for it.
MOST = 100

_AGAIN = Q(decisions__appeal__isnull=False, decisions__appeal__decided_at=None)
#: Also a reported thing whose reports came in a flood.
_ODD = ~Q(evidence={}) & Q(lane=Lane.ORDINARY)
#: What the queue can show; `mine` is asked with the actor.
SHOWN: dict[str, tuple[Any, Q]] = {
    "open": (gettext_lazy("Waiting"), Q(closed_at=None) | _AGAIN),
    "mine": (gettext_lazy("Given to me"), Q(closed_at=None) | _AGAIN),
    "reported": (gettext_lazy("Reported"), Q(closed_at=None, source=Source.REPORT)),
    "held": (gettext_lazy("Waiting for approval"), Q(closed_at=None, source=Source.HELD)),
    "flag": (gettext_lazy("Unusual activity"), _ODD & Q(closed_at=None)),
    "again": (gettext_lazy("New decision asked"), _AGAIN),
    "danger": (gettext_lazy("Danger"), Q(closed_at=None)),
    "decided": (gettext_lazy("Decided"), Q(closed_at__isnull=False)),
}


def selected(actor: Actor, given: Any) -> CaseQuerySet:
    """The cases that an address selects, of those this actor may open. Unknown filters: none."""
    rows = policies.cases_for(actor)
    name = given.get("show", "open")
    _label, where = SHOWN.get(name, SHOWN["open"])
    rows = rows.filter(where)
    lane = Lane.DANGER if name == "danger" else Lane.ORDINARY
    whose = {"assigned_to": actor.person} if name == "mine" else {"lane": lane}
    rows = rows.filter(**whose)
    kind = moderatable.kind_named(given.get("kind", ""))
    if kind is not None:
        rows = rows.filter(kind=kind.label)
    place = given.get("place", "")
    if place:
        rows = rows.filter(component__public_id=place[:20])
    return rows.distinct()


def waiting(actor: Actor) -> dict[str, int]:
    """How much waits for this actor, by queue: one question."""
    rows = policies.cases_for(actor)
    open_ = Q(closed_at=None)
    again = _AGAIN & Q(lane=Lane.ORDINARY)
    counted = rows.aggregate(
        open=Count("pk", filter=open_ & Q(lane=Lane.ORDINARY), distinct=True),
        danger=Count("pk", filter=open_ & Q(lane=Lane.DANGER), distinct=True),
        again=Count("pk", filter=again, distinct=True),
        held=Count("pk", filter=open_ & Q(source=Source.HELD), distinct=True),
        flag=Count("pk", filter=open_ & _ODD, distinct=True),
        mine=Count("pk", filter=open_ & Q(assigned_to=actor.person), distinct=True),
    )
    return counted if actor.person else {**counted, "mine": 0}


def _filters(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    name = request.GET.get("show", "open")
    name = name if name in SHOWN else "open"
    offered = [key for key in SHOWN if key != "danger" or policies.reads_danger(actor)]
    places = policies.cases_for(actor).values_list(
        "component__public_id", "component__source_page__title"
    )
    return {
        "show": name,
        "tabs": [(key, SHOWN[key][0]) for key in offered],
        "kinds": moderatable.kinds(),
        "kind": request.GET.get("kind", ""),
        "places": sorted(set(places), key=lambda place: place[1] or ""),
        "place": request.GET.get("place", ""),
    }


@require_safe
@private_page
def queue(request: HttpRequest) -> HttpResponse:
    """The oldest first; what was decided, the latest first."""
    actor = actor_for(request)
    if not policies.works_here(actor):
        raise PermissionDenied
    filters = _filters(request, actor)
    order = "-closed_at" if filters["show"] == "decided" else "opened_at"
    rows = selected(actor, request.GET).select_related("component__source_page", "assigned_to")
    rows = rows.annotate(reports_count=Count("reports", distinct=True)).order_by(order, "pk")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page", "")[:6])
    kept = {key: filters[key] for key in ("show", "kind", "place") if filters[key]}
    context = {
        **frame(_("Moderation")),
        **filters,
        "page": page,
        "counts": waiting(actor),
        "query": urlencode(kept),
        "can_act_on_many": filters["show"] not in ("decided", "again", "danger"),
    }
    return render(request, "raati_moderation/desk/queue.html", context)


BULK = {"approve": What.APPROVE, "leave": What.LEAVE}


@require_POST
@private_page
def bulk(request: HttpRequest) -> HttpResponse:
    """Approve or leave many: each by its own action; what does not fit stays and is told."""
    actor = actor_for(request)
    if not policies.works_here(actor):
        raise PermissionDenied
    what = BULK.get(request.POST.get("act", ""))
    rows = policies.cases_for(actor).filter(public_id__in=request.POST.getlist("case")[:MOST])
    if what is None or not rows:
        messages.error(request, _("Choose what to do, and with which cases."))
    else:
        _each(request, actor, list(rows), what)
    there = reverse("raati_moderation_desk:queue")
    return HttpResponseRedirect(f"{there}?{request.POST.get('query', '')[:300]}", status=303)


def _each(request: HttpRequest, actor: Actor, rows: list[Case], what: What) -> None:
    done, left = 0, []
    for case in rows:
        try:
            actions.decide_case(actor=actor, case=case, what=what)
            done += 1
        except (RuleBroken, Refused) as reason:
            left.append(f"{case.title}: {reason.reason}")
    if done:
        messages.success(
            request,
            ngettext("One case is decided.", "%(n)d cases are decided.", done) % {"n": done},
        )
    for text in left[:10]:
        messages.error(request, text)
