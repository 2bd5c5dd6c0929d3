"""The bell in the header: one person's own, fetched after the page that everybody shares."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from participation.core.actors import actor_for

from .models import Notice
from .streams import Unread, stream_of


def draw_bell(request: HttpRequest) -> SafeString | str:
    """The link to the list with the number of unread notices; "" for visitors."""
    actor = actor_for(request)
    if not actor.is_member:
        return ""
    person = actor.person
    count = Notice.objects.unread().filter(person=person).count() if person else 0
    context = {
        "person": person,
        "stream": stream_of(person.public_id) if person else "",
        "unread": Unread(person.public_id, count) if person else None,
    }
    return render_to_string("raati_notifications/bell.html", context, request)


def fill_menu(context: Any) -> SafeString | str:
    """The slot `account.menu`: the personal corner of a site's header."""
    return draw_bell(context["request"])


def fill_header(context: Any) -> SafeString | str:
    """The slot `header.mine`: the same for everybody, filled by the browser of who is signed in."""
    return render_to_string("raati_notifications/bell_place.html", {})
