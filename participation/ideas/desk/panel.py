"""On the first page of the admin: what waits in the ideas, with one click to each list."""

from typing import Any

from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from participation.core import clock
from participation.core.actors import Actor, actor_for

from ..policies import given_to
from .rights import ideas_for
from .waiting import WAITING

#: What the panel counts, the most urgent first; their lists are `waiting=…`.
COUNTED = ("overdue", "due", "promised", "ready", "unowned")
HEADINGS = {
    "overdue": _("Answers that are overdue"),
    "due": _("Answers due this week"),
    "promised": _("Promises to take up an idea"),
    "ready": _("Prepared answers to be published"),
    "unowned": _("Ideas that nobody looks after"),
}


def counts(actor: Actor) -> list[dict[str, Any]]:
    """Each thing that waits: how many, and how many of them are the actor's own. One query."""
    today = clock.glance().date()
    asked = {}
    for name in COUNTED:
        where = WAITING[name].where(today)
        asked[name] = Count("pk", filter=where)
        if actor.person is not None:
            asked[f"{name}_mine"] = Count("pk", filter=where & given_to(actor))
    found = ideas_for(actor).aggregate(**asked)
    return [
        {
            "name": name,
            "heading": HEADINGS[name],
            "all": found[name],
            "mine": found.get(f"{name}_mine", 0),
        }
        for name in COUNTED
        if found[name]
    ]


class WaitingPanel(Component):
    order = 50
    template_name = "raati_ideas/desk/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"counts": counts(actor_for(parent_context["request"]))}
