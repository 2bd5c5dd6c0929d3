"""A person's own initiatives on their account page, where the site has one."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from participation.core.actors import actor_for

from .models import Initiative

MOST = 10


def draw_own_initiatives(context: Any) -> SafeString | str:
    """The slot `account.sections`: the latest ones, drafts too, and how far each is."""
    person = actor_for(context["request"]).person
    if person is None:
        return ""
    rows = Initiative.objects.filter(author=person, withdrawn_at=None).select_related("component")
    own = [
        (row, row.component.url("mine", row.public_id))
        for row in rows.order_by("-created_at", "-pk")[:MOST]
    ]
    return render_to_string("raati_initiatives/own.html", {"own": own}) if own else ""
