"""The board: a page for everyone."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from participation.core.shared import shared_page
from participation.live.reading import version_of

from ..addresses import Addresses
from ..fragments import Card
from ..listing import NEWEST, SUPPORTED, Choices, Wish, ideas_of, page_of, totals
from ..models import SUBMIT, SUPPORT, IdeaBoardPage
from ..streams import arrivals_element, board_stream, standing_element
from .loading import board_of


@require_safe
@shared_page
def board(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """The list that the address asks for, and what can be done now."""
    component, opened = board_of(page, SUBMIT, SUPPORT)
    # Before the list: what changes in between is told again rather than missed.
    version = None if component.is_preview else version_of(board_stream(component))
    choices = Choices.of(component)
    wish = Wish.read(request.GET, choices)
    addresses = Addresses(page)
    listing = page_of(ideas_of(component, wish, choices), wish.sort, request.GET)
    can_support = opened[SUPPORT].is_open
    context = {
        "page": page,
        "self": page,
        "component": component,
        "stream": board_stream(component),
        "version": version,
        "wish": wish,
        "choices": choices,
        "sorts": _sorts(wish, addresses),
        "cards": [Card(idea, addresses, can_support=can_support) for idea in listing.ideas],
        "ids": ",".join(idea.public_id for idea in listing.ideas),
        "is_first": not listing.before,
        "previous": addresses.board + wish.query(before=listing.before) if listing.before else "",
        "next": addresses.board + wish.query(after=listing.after) if listing.after else "",
        "totals": totals(component),
        "arrivals_id": arrivals_element(component),
        "line_id": standing_element(component),
        "support_limit": component.settings.get("support_limit"),
        "clear_href": addresses.board + Wish(wish.sort).query() if wish.filters else "",
        "addresses": addresses,
        "new_address": addresses.to("new"),
        "mine_address": addresses.to("board_mine"),
        "parts_address": addresses.to("board_parts"),
        "submit": opened[SUBMIT],
        "support": opened[SUPPORT],
    }
    return render(request, "raati_ideas/board.html", context)


def _sorts(wish: Wish, addresses: Addresses) -> list[dict[str, Any]]:
    """The orders as links that keep the filters."""
    return [
        {
            "name": sort,
            "href": addresses.board + Wish(sort, wish.theme, wish.area, wish.state).query(),
            "current": sort == wish.sort,
        }
        for sort in (NEWEST, SUPPORTED)
    ]
