"""What authors change afterwards: edit and withdraw their own idea."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from participation.core import drafts
from participation.core.actors import Actor, actor_for
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import actions, counts, maps, policies, presets, rules
from ..addresses import Addresses
from ..forms import EditForm
from ..listing import Choices
from ..models import Idea, IdeaBoardPage
from ..standing import board_standing, standings
from .loading import idea_for

METHODS = ["GET", "HEAD", "POST"]


def _own(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> tuple[Actor, Idea]:
    actor = actor_for(request)
    idea = idea_for(actor, page, public_id)
    if actor.is_member:
        policies.may_change_own(actor, idea)
    return actor, idea


def _to_sign_in(there: str) -> HttpResponse:
    return HttpResponseRedirect(sign_in_address(there), status=HTTPStatus.SEE_OTHER)


@require_http_methods(METHODS)
@private_page
def edit(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """Change one's own idea."""
    actor, idea = _own(request, page, public_id)
    there = Addresses(page).below("edit", idea)
    if request.method == "POST":
        form = EditForm(request.POST, **_options(idea))
        if actor.is_member:
            return _save(request, page, actor, idea, form)
        # The session ended while they wrote.
        drafts.keep(request, _draft(idea), form.typed(), owner=request.POST.get("owner", ""))
    if not actor.is_member:
        return _to_sign_in(there)
    (standing,) = standings(board_standing(actor, idea.component), [idea])
    if standing.edit_reason:
        raise RuleBroken("edit", standing.edit_reason)
    kept = drafts.kept(request, _draft(idea))
    initial = {**_initial(idea), **kept, "owner": drafts.owner_ref(request)}
    form = EditForm(initial=initial, **_options(idea))
    return _form_page(request, page, idea, form, restored=bool(kept))


def _options(idea: Idea) -> dict[str, Any]:
    return {"choices": Choices.of(idea.component), "words": presets.of(idea.component)}


def _draft(idea: Idea) -> str:
    return f"idea-edit:{idea.public_id}"


def _save(
    request: HttpRequest, page: IdeaBoardPage, actor: Actor, idea: Idea, form: EditForm
) -> HttpResponse:
    if not form.is_valid():
        return _form_page(request, page, idea, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    given = form.cleaned_data
    try:
        actions.edit_idea(
            actor=actor,
            idea=idea,
            title=given["title"],
            text=given["text"],
            theme=form.theme_row,
            area=form.area_row,
            point=given["point"],
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _form_page(request, page, idea, form, status=HTTPStatus.CONFLICT)
    drafts.drop(request, _draft(idea))
    there = Addresses(page).below("mine", idea)
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _form_page(
    request: HttpRequest,
    page: IdeaBoardPage,
    idea: Idea,
    form: EditForm,
    *,
    status: int = HTTPStatus.OK,
    restored: bool = False,
) -> HttpResponse:
    context = {
        "page": page,
        "idea": idea,
        "form": form,
        "restored": restored,
        "mine_address": Addresses(page).below("mine", idea),
        "chooser": maps.chooser(idea.component, form.offered),
    }
    return render(request, "raati_ideas/edit.html", context, status=status)


def _initial(idea: Idea) -> dict[str, str]:
    return {
        "title": idea.title,
        "text": idea.text,
        "theme": idea.theme.slug if idea.theme else "",
        "area": idea.area.slug if idea.area else "",
        "point": str(idea.point or ""),
    }


@require_http_methods(METHODS)
@private_page
def withdraw(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """Take one's own idea away, after a page that says what that means."""
    actor, idea = _own(request, page, public_id)
    addresses = Addresses(page)
    if not actor.is_member:
        return _to_sign_in(addresses.below("withdraw", idea))
    if request.method == "POST":
        # Twice is once: the second press meets what the first did.
        actions.withdraw_idea(actor=actor, idea=idea)
        return HttpResponseRedirect(addresses.to("board_mine"), status=HTTPStatus.SEE_OTHER)
    rules.require_withdrawable(idea)
    context = {
        "page": page,
        "idea": idea,
        "are_hidden": counts.are_hidden(idea.component),
        "mine_address": addresses.below("mine", idea),
    }
    return render(request, "raati_ideas/withdraw.html", context)
