"""One act on many ideas: each by its own action, in its own transaction, its outcome told."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core.actors import Actor, actor_for
from participation.core.ids import new_public_id
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .. import actions
from ..filters import known_filters
from ..models import Idea
from . import forms_bulk
from .crumbs import frame
from .rights import ideas_for, works_here
from .selecting import Selection

logger = logging.getLogger(__name__)
#: So many ideas at a time: the answer must come while somebody waits for it.
MOST = 200
#: The last outcomes are kept for the page that tells them.
_SESSION_KEY = "raati_ideas_bulk"
_KEPT = 3


@dataclass(frozen=True)
class BulkAct:
    """What can be done to many: its form asks what it needs, `run` does it to one idea."""

    label: Any
    explanation: Any
    form: type[forms.Form]
    run: Callable[[Actor, Idea, Any], Any]
    done: Any


ACTS = {
    "assign": BulkAct(
        gettext_lazy("Assign: service area, owner, due date"),
        gettext_lazy("What you leave empty stays as it is in each idea."),
        forms_bulk.AssignManyForm,
        lambda actor, idea, form: actions.assign_idea(actor=actor, idea=idea, **form.act(idea)),
        gettext_lazy("Assigned."),
    ),
    "ready": BulkAct(
        gettext_lazy("Mark the prepared answers as ready"),
        gettext_lazy("Whoever may answer these ideas may then publish them."),
        forms_bulk.NothingToAskForm,
        lambda actor, idea, form: actions.mark_ready(actor=actor, idea=idea),
        gettext_lazy("Ready to be published."),
    ),
    "publish": BulkAct(
        gettext_lazy("Publish the prepared answers"),
        gettext_lazy("Everybody sees them at once. Only those marked as ready are published."),
        forms_bulk.NothingToAskForm,
        lambda actor, idea, form: actions.publish_prepared(actor=actor, idea=idea),
        gettext_lazy("The answer is published."),
    ),
    "hide": BulkAct(
        gettext_lazy("Hide the ideas"),
        gettext_lazy("Their text leaves every page; the reason is shown in its place."),
        forms_bulk.HideManyForm,
        lambda actor, idea, form: actions.hide_idea(actor=actor, idea=idea, **form.cleaned_data),
        gettext_lazy("The idea is hidden."),
    ),
}


@require_http_methods(["POST"])
@private_page
def bulk(request: HttpRequest) -> HttpResponse:
    """First ask what the act needs, then do it to each idea."""
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    query = known_filters(str(request.POST.get("query", "")))
    act = ACTS.get(str(request.POST.get("act", "")))
    if act is None:
        return _back(request, query, _("Choose what to do."))
    try:
        chosen, matching = _chosen(request, actor, query)
    except RuleBroken as broken:
        return _back(request, query, str(broken.reason))
    is_go = "go" in request.POST
    form = act.form(request.POST) if is_go else act.form()
    if is_go and form.is_valid():
        return _run(request, actor, act, chosen, form, query)
    context = {
        "act": act,
        "name": request.POST["act"],
        "form": form,
        "ideas": chosen,
        "left_out": max(0, matching - len(chosen)),
        "query": query,
        "media": form.media,
        **frame(str(act.label)),
    }
    status = 422 if is_go else 200
    return render(request, "raati_ideas/desk/bulk.html", context, status=status)


def _chosen(request: HttpRequest, actor: Actor, query: str) -> tuple[list[Idea], int]:
    """The ideas meant, and how many match; RuleBroken where it is not clear which are meant."""
    rows = ideas_for(actor).select_related("component", "service_area", "owner")
    if request.POST.get("scope") == "all":
        selection = Selection(request, query)
        if not selection.is_sound:
            raise RuleBroken("filters", _("A filter was not understood. Choose the filters again."))
        matching = selection.rows.order_by("-created_at", "-pk")
        keys = list(matching.values_list("pk", flat=True)[:MOST])
        if not keys:
            raise RuleBroken("none", _("Choose at least one idea."))
        return list(rows.filter(pk__in=keys).order_by("-created_at", "-pk")), matching.count()
    wanted = set(request.POST.getlist("idea"))
    if not wanted:
        raise RuleBroken("none", _("Choose at least one idea."))
    if len(wanted) > MOST:
        raise RuleBroken("many", _("Choose at most %(most)d ideas at a time.") % {"most": MOST})
    found = list(rows.filter(public_id__in=wanted).order_by("-created_at", "-pk"))
    if len(found) != len(wanted):
        raise Http404
    return found, len(found)


def _run(
    request: HttpRequest, actor: Actor, act: BulkAct, chosen: list[Idea], form: Any, query: str
) -> HttpResponse:
    outcomes = [[idea.public_id, idea.title, *_one(actor, act, idea, form)] for idea in chosen]
    key = new_public_id()
    kept = request.session.get(_SESSION_KEY, {})
    told = {"label": str(act.label), "query": query, "outcomes": outcomes}
    request.session[_SESSION_KEY] = {**dict(list(kept.items())[1 - _KEPT :]), key: told}
    there = reverse("raati_ideas_desk:bulk_done", args=[key])
    return HttpResponseRedirect(there, status=303)


def _one(actor: Actor, act: BulkAct, idea: Idea, form: Any) -> tuple[bool, str]:
    """Whether it was done, and the sentence about it."""
    try:
        act.run(actor, idea, form)
    except (Refused, RuleBroken) as refused:
        return False, str(refused.reason)
    except DatabaseError:
        logger.exception("An act on many ideas failed for one of them.")
        return False, _("Something went wrong on our side. Nothing was changed here; try it again.")
    return True, str(act.done)


@require_http_methods(["GET", "HEAD"])
@private_page
def done(request: HttpRequest, key: str) -> HttpResponse:
    """What became of each idea; kept in the session of whoever did it."""
    if not works_here(actor_for(request)):
        raise PermissionDenied
    told = request.session.get(_SESSION_KEY, {}).get(key)
    if told is None:
        return HttpResponseRedirect(reverse("raati_ideas_desk:index"))
    outcomes = told["outcomes"]
    context = {
        "refused": [each for each in outcomes if not each[2]],
        "done": [each for each in outcomes if each[2]],
        "query": told["query"],
        **frame(told["label"]),
    }
    return render(request, "raati_ideas/desk/bulk_done.html", context)


def _back(request: HttpRequest, query: str, reason: str) -> HttpResponse:
    messages.error(request, reason)
    there = reverse("raati_ideas_desk:index")
    return HttpResponseRedirect(f"{there}?{query}" if query else there, status=303)
