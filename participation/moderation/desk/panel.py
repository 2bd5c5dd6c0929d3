"""On the first page of the admin, and in the menu: how much waits for a moderator."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from participation.core.actors import actor_for

from .queue import waiting

#: The most urgent first; each leads to its filter of the queue.
HEADINGS = {
    "danger": _("Reports that somebody may be in danger"),
    "again": _("Authors who ask for a new decision"),
    "flag": _("Unusual supports to look at"),
    "held": _("Texts that wait for approval"),
    "open": _("Cases in all"),
}


class ModerationPanel(Component):
    order = 40
    template_name = "raati_moderation/desk/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        counts = waiting(actor_for(parent_context["request"]))
        return {
            "counts": [
                {"name": name, "heading": heading, "number": counts[name]}
                for name, heading in HEADINGS.items()
                if counts[name]
            ]
        }
