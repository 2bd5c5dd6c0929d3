"""What this package puts into others' pages: the way to follow, and to one's own pages."""

from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from participation.core.slots import fill

from .steps import address


def enter() -> None:
    fill("idea.below", order=-1)(follow_thing)
    fill("initiative.below", order=-1)(follow_thing)
    fill("ideas.board_below", order=-1)(follow_board)
    fill("process.below", order=-1)(follow_place)
    fill("account.sections", order=-1)(own_pages)


def follow_thing(context: Any, thing: Any) -> SafeString | str:
    """The same for everybody: what is mine comes in its place."""
    return _link(thing.public_id, is_apart=True) if thing.is_visible else ""


def follow_board(context: Any, page: Any) -> SafeString | str:
    """As `follow_place`, where nothing stands around it."""
    return _link(page.component.public_id, is_apart=True) if page.pk else ""


def follow_place(context: Any, page: Any) -> SafeString | str:
    return _link(page.component.public_id) if page.pk else ""


def _link(public_id: str, *, is_apart: bool = False) -> SafeString | str:
    """Nothing where the site has no pages about oneself. `is_apart`: a row of the page's own."""
    there = address("raati_people:follow", public_id)
    found = {"public_id": public_id, "address": there, "is_apart": is_apart}
    return render_to_string("raati_people/mine/follow_link.html", found) if there else ""


def own_pages(context: Any) -> SafeString | str:
    """On the page of the account: the ways to what I did, follow and may ask for."""
    if not address("raati_people:me"):
        return ""
    links = [
        {"label": _("What I did, and what became of it"), "href": reverse("raati_people:me")},
        {"label": _("What I follow"), "href": reverse("raati_people:following")},
        {
            "label": _("My data"),
            "note": _("What is known of you, a copy of it, deleting your account"),
            "href": reverse("raati_people:data"),
        },
    ]
    return render_to_string("raati_people/mine/link.html", {"links": links})
