"""What was decided about one's own text, why, and the one request for a new decision."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from participation.core import drafts
from participation.core.actors import actor_for
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import policies
from ..actions import ask_again
from ..forms import AskAgainForm
from ..models import Ban, Decision
from ..reasons import explanation


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def decision(request: HttpRequest, public_id: str) -> HttpResponse:
    """For the author alone; to everybody else it does not exist."""
    found = get_object_or_404(
        Decision.objects.select_related("case__component", "appeal"), public_id=public_id
    )
    actor = actor_for(request)
    there = reverse("raati_moderation:decision", args=[found.public_id])
    form = AskAgainForm(request.POST or None, initial=drafts.kept(request, _draft(found)))
    if not actor.is_member:
        if request.method == "POST":
            # The session ended while they wrote.
            drafts.keep(request, _draft(found), {"words": request.POST.get("words", "")})
        return HttpResponseRedirect(sign_in_address(there), status=HTTPStatus.SEE_OTHER)
    try:
        policies.may_ask_again(actor, found)
    except Refused as refused:
        raise Http404 from refused
    if request.method != "POST":
        return _page(request, found, form)
    if not form.is_valid():
        return _page(request, found, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        ask_again(actor=actor, decision=found, words=form.cleaned_data["words"])
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _page(request, found, form, status=broken.status)
    drafts.drop(request, _draft(found))
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _draft(found: Decision) -> str:
    return f"ask-again:{found.public_id}"


def _page(
    request: HttpRequest, found: Decision, form: AskAgainForm, status: int = HTTPStatus.OK
) -> HttpResponse:
    thing, kind = found.case.thing, found.case.kind_of_thing
    context: dict[str, Any] = {
        "decision": found,
        "case": found.case,
        "explanation": explanation(found.reason),
        "language": kind.language(thing) if kind and thing else "",
        "bans": Ban.objects.filter(decision=found).select_related("component__source_page"),
        "appeal": found.request,
        "can_ask": found.is_restricting and found.request is None,
        "form": form,
    }
    return render(request, "raati_moderation/decision.html", context, status=status)
