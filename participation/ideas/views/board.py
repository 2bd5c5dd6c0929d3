"""The board: a page for everyone."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from participation.core.shared import shared_page
from participation.live.reading import version_of

from .. import counts, maps, presets
from ..addresses import Addresses
from ..fragments import Card, Row
from ..listing import (
    CARDS,
    LIST,
    MAP,
    NEWEST,
    SHUFFLED,
    SUPPORTED,
    Choices,
    Listing,
    Wish,
    ideas_of,
    page_of,
    sorts_of,
    totals,
    views_of,
)
from ..models import SUBMIT, SUPPORT, IdeaBoardPage
from ..streams import arrivals_element, board_stream, standing_element
from ..timeliness import timeliness
from .loading import board_of


@require_safe
@shared_page
def board(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """The list that the address asks for, and what can be done now."""
    component, opened = board_of(page, SUBMIT, SUPPORT)
    # Before the list: what changes in between is told again rather than missed.
    version = None if component.is_preview else version_of(board_stream(component))
    choices = Choices.of(component)
    wish = Wish.read(request.GET, component, choices)
    addresses = Addresses(page)
    found = ideas_of(component, wish, choices)
    listing = page_of(found, wish.sort, request.GET)
    choices.labels.put_on(listing.ideas)
    are_hidden = counts.are_hidden(component)
    can_support = opened[SUPPORT].is_open
    context = {
        "page": page,
        "self": page,
        "component": component,
        "stream": board_stream(component),
        "version": version,
        "wish": wish,
        "choices": choices,
        "are_hidden": are_hidden,
        "totals": totals(component),
        "timeliness": timeliness(component),
        "words": presets.of(component),
        "arrivals_id": arrivals_element(component),
        "line_id": standing_element(component),
        "support_limit": component.settings.get("support_limit"),
        "threshold": component.settings.get("threshold"),
        "submit": opened[SUBMIT],
        "support": opened[SUPPORT],
        **_ways(wish, component, addresses),
        **_list(listing, wish, addresses, can_support=can_support, is_hidden=are_hidden),
    }
    if wish.view == MAP:
        everywhere = ideas_of(component, replace(wish, area="", box=""), choices)
        context["map"] = maps.draw(everywhere, found, wish, choices, addresses)
    return render(request, "raati_ideas/board.html", context)


def _ways(wish: Wish, component: Any, addresses: Addresses) -> dict[str, Any]:
    """Where the page leads: other orders and manners of showing, with the filters kept."""
    sorts = {
        NEWEST: pgettext("ideas", "Newest"),
        SUPPORTED: _("Most supported"),
        SHUFFLED: _("Shuffled"),
    }
    views = {CARDS: _("Cards"), LIST: _("List"), MAP: _("Map")}

    def tabs(name: str, labels: dict[str, str], offered: list[str]) -> list[dict[str, Any]]:
        return [
            {
                "name": each,
                "label": labels[each],
                "href": addresses.board + replace(wish, **{name: each}).query(),
                "current": each == getattr(wish, name),
            }
            for each in offered
        ]

    unfiltered = Wish(sort=wish.sort, view=wish.view)
    return {
        "sorts": tabs("sort", sorts, sorts_of(component)),
        "views": tabs("view", views, views_of(component)),
        "clear_href": addresses.board + unfiltered.query() if wish.filters else "",
        "addresses": addresses,
        "new_address": addresses.to("new"),
        "feed_address": addresses.to("feed") + wish.query(),
        "mine_address": addresses.to("board_mine"),
        "parts_address": addresses.to("board_parts"),
    }


def _list(listing: Listing, wish: Wish, addresses: Addresses, **how: bool) -> dict[str, Any]:
    """One page of ideas, as cards or as rows, and the ways to its neighbours."""
    kind = Card if wish.view == CARDS else Row
    before, after = listing.before, listing.after
    return {
        "cards": [kind(idea, addresses, **how) for idea in listing.ideas],
        "ids": ",".join(each.public_id for each in listing.ideas) if kind is Card else "",
        "is_first": not before,
        "previous": addresses.board + wish.query(before=before) + "#list-title" if before else "",
        "next": addresses.board + wish.query(after=after) + "#list-title" if after else "",
    }
