"""A board's ideas for newsreaders: with the filters of the board's address, so by area or theme."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from participation.core.feeds import MOST, Entry, atom
from participation.core.text import plain

from ..addresses import Addresses
from ..listing import Choices, Wish, ideas_of
from ..models import Idea, IdeaBoardPage


@require_safe
def feed(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """The newest visible ideas that the address asks for."""
    component = page.component
    choices = Choices.of(component)
    wish = Wish.read(request.GET, component, choices)
    addresses = Addresses(page)
    rows = ideas_of(component, wish, choices).newest()[:MOST]
    query = Wish(theme=wish.theme, area=wish.area, state=wish.state, q=wish.q).query()
    return atom(
        _title(page, wish, choices),
        addresses.board + query,
        addresses.to("feed") + query,
        [_entry(idea, addresses) for idea in rows],
    )


def _entry(idea: Idea, addresses: Addresses) -> Entry:
    return Entry(
        title=idea.title,
        address=addresses.idea(idea),
        key=reverse("raati_permanent", args=[idea.public_id]),
        at=idea.created_at,
        text=plain(idea.text, 400),
    )


def _title(page: IdeaBoardPage, wish: Wish, choices: Choices) -> str:
    chosen = [
        str(choices.themes[wish.theme]) if wish.theme else "",
        str(choices.areas[wish.area]) if wish.area else "",
        f"“{wish.q}”" if wish.q else "",
    ]
    return " – ".join(filter(None, [page.title, *chosen]))
