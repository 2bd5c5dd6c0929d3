"""What is one person's own on a board and on an idea. Private addresses, uncached.

A person without JavaScript follows the link and gets a page; htmx fetches the
part of it. Both send the same forms to the same addresses.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from participation.core.actors import Actor, actor_for
from participation.core.guards import require_rate, source_mark
from participation.core.ids import ALPHABET, LENGTH
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import actions
from ..actions.sending import SUPPORT_RIGHT
from ..addresses import Addresses
from ..fragments import Count, Tally
from ..models import SUBMIT, SUPPORT, Idea, IdeaBoardPage
from ..standing import Board, Standing, board_standing, standings
from ..streams import element, standing_element
from .loading import board_of, idea_for, supportable

MOST_PARTS = 50
_ID = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}", re.ASCII)


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx sent this form and puts the answer in place."""
    return request.headers.get("HX-Request") == "true"


def draw_mine(
    request: HttpRequest,
    standing: Standing,
    addresses: Addresses,
    *,
    reason: str = "",
    on_card: bool = False,
    elsewhere: bool = False,
) -> str:
    """The personal part of one idea. `reason` is what an attempt was just refused for."""
    idea = standing.idea
    return render_to_string(
        "raati_ideas/mine/idea.html",
        {
            "csrf_token": get_token(request),
            "idea": idea,
            "note": idea.title if idea.is_visible else "",
            "standing": standing,
            "is_member": standing.board.actor.is_member,
            "reason": reason or standing.reason,
            "on_card": on_card,
            "elsewhere": elsewhere,
            "element_id": element(idea, "mine"),
            # By its id the button gets the focus back when it is drawn anew.
            "button_id": element(idea, "button"),
            "addresses": {
                name: addresses.below(name, idea)
                for name in ("mine", "support", "withdraw_support", "edit", "withdraw")
            },
            "sign_in": sign_in_address(addresses.below("mine", idea)),
        },
    )


def draw_board_line(board: Board, addresses: Addresses, *, elsewhere: bool = False) -> str:
    """The person's line on the board: what is left, and the way to their own ideas."""
    return render_to_string(
        "raati_ideas/mine/line.html",
        {
            "board": board,
            "element_id": standing_element(board.component),
            "mine_address": addresses.to("board_mine"),
            "elsewhere": elsewhere,
        },
    )


@require_safe
@private_page
def idea_mine(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """One idea's personal part as a page of its own."""
    actor = actor_for(request)
    idea = idea_for(actor, page, public_id)
    addresses = Addresses(page)
    (standing,) = standings(board_standing(actor, idea.component), [idea])
    context = {
        "page": page,
        "idea": idea,
        "standing": standing,
        "is_member": actor.is_member,
        "mine": draw_mine(request, standing, addresses),
        "count": Count(idea),
        "address": addresses.idea(idea),
        "board_mine_address": addresses.to("board_mine"),
        "sign_in": sign_in_address(addresses.below("mine", idea)),
    }
    return render(request, "raati_ideas/mine/idea_page.html", context)


@require_safe
@private_page
def idea_part(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """The same part alone, for htmx."""
    actor = actor_for(request)
    idea = idea_for(actor, page, public_id)
    (standing,) = standings(board_standing(actor, idea.component), [idea])
    return HttpResponse(draw_mine(request, standing, Addresses(page)))


@require_safe
@private_page
def board_mine(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """My ideas and the ideas I support on this board."""
    actor = actor_for(request)
    addresses = Addresses(page)
    component, opened = board_of(page, SUBMIT, SUPPORT)
    board = board_standing(actor, component, opened)
    own: list[Idea] = []
    supported: list[Standing] = []
    if actor.person is not None:
        rows = Idea.objects.filter(component=component).select_related("component")
        own = list(rows.filter(author=actor.person).newest())
        supported = standings(board, list(rows.filter(supports__person=actor.person).newest()))
    context = {
        "page": page,
        "board": board,
        "is_member": actor.is_member,
        "own": [{"idea": idea, "address": addresses.below("mine", idea)} for idea in own],
        "supported": [_row(request, each, addresses) for each in supported],
        "new_address": addresses.to("new"),
        "board_address": addresses.board,
        "sign_in": sign_in_address(addresses.to("board_mine")),
    }
    return render(request, "raati_ideas/mine/board_page.html", context)


def _row(request: HttpRequest, standing: Standing, addresses: Addresses) -> dict[str, Any]:
    idea = standing.idea
    return {
        "idea": idea,
        "address": addresses.idea(idea),
        "mine": draw_mine(request, standing, addresses, on_card=True),
    }


@require_safe
@private_page
def board_parts(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """The personal parts of the ideas named in `ids`, each finding its own place on the board."""
    actor = actor_for(request)
    if not actor.is_member:
        return HttpResponse(status=HTTPStatus.NO_CONTENT)
    ids = [each for each in request.GET.get("ids", "").split(",") if _ID.fullmatch(each)]
    component, opened = board_of(page, SUBMIT, SUPPORT)
    board = board_standing(actor, component, opened)
    rows = Idea.objects.visible().filter(component=component, public_id__in=ids[:MOST_PARTS])
    addresses = Addresses(page)
    pieces = [
        draw_mine(request, each, addresses, on_card=True, elsewhere=True)
        for each in standings(board, list(rows))
    ]
    return HttpResponse("\n".join([*pieces, draw_board_line(board, addresses, elsewhere=True)]))


@require_POST
@private_page
def support(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """Support the idea."""
    act = partial(actions.support_idea, source=source_mark(request))
    return _toggle(request, page, public_id, act, supports=True)


@require_POST
@private_page
def withdraw_support(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """Take the support back."""
    return _toggle(request, page, public_id, actions.withdraw_support, supports=False)


def _toggle(
    request: HttpRequest,
    page: IdeaBoardPage,
    public_id: str,
    act: Callable[..., Any],
    *,
    supports: bool,
) -> HttpResponse:
    """Do it and answer: htmx with the parts that changed, a browser with the way to the page."""
    actor = actor_for(request)
    idea = supportable(actor, page, public_id)
    addresses = Addresses(page)
    if not actor.is_member:
        return _ask_to_sign_in(request, idea, addresses)
    if not wants_part(request):
        require_rate(request, "ideas.support")
        act(actor=actor, idea=idea)
        name = "mine" if idea.is_visible else "board_mine"
        there = addresses.below("mine", idea) if name == "mine" else addresses.to(name)
        return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)
    reason, status, changed = "", HTTPStatus.OK, False
    try:
        require_rate(request, "ideas.support")
        changed = act(actor=actor, idea=idea)
    except RuleBroken as broken:
        reason, status = str(broken.reason), HTTPStatus(broken.status)
    except Refused as refused:
        reason, status = str(refused.reason), HTTPStatus.FORBIDDEN
    if not changed:
        idea.refresh_from_db(fields=["support_count"])
    # The first act of a member made their Person.
    settled = actor if actor.person else Actor.signed_in(request.user)
    known = {SUPPORT_RIGHT: idea.supports_used} if idea.supports_used else None
    board = board_standing(settled, idea.component, used=known)
    if changed:
        standing = Standing(idea, board, is_own=False, supports=supports)
    else:
        (standing,) = standings(board, [idea])
    return HttpResponse(_parts(request, standing, addresses, reason), status=status)


def _parts(request: HttpRequest, standing: Standing, addresses: Addresses, reason: str) -> str:
    """The personal part, and beside it the count and the person's line in their places."""
    idea = standing.idea
    on_card = request.POST.get("on_card") == "1"
    pieces: Sequence[str] = (
        draw_mine(request, standing, addresses, reason=reason, on_card=on_card),
        (Tally if on_card else Count)(idea, elsewhere=True).html(),
        draw_board_line(standing.board, addresses, elsewhere=True) if on_card else "",
    )
    return "\n".join(pieces)


def _ask_to_sign_in(request: HttpRequest, idea: Idea, addresses: Addresses) -> HttpResponse:
    """The session ended, or there was none: the page that explains leads back here."""
    there = addresses.below("mine", idea)
    if not wants_part(request):
        return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)
    board = board_standing(actor_for(request), idea.component)
    (standing,) = standings(board, [idea])
    return HttpResponse(
        draw_mine(request, standing, addresses, on_card=request.POST.get("on_card") == "1"),
        status=HTTPStatus.FORBIDDEN,
    )
