"""What the admin's frame around each page of moderation wants to know."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def frame(title: str, *, is_below: bool = False) -> dict[str, Any]:
    """The title, the icon and the way here, for `wagtailadmin/generic/base.html`."""
    above = {"url": reverse("raati_moderation_desk:queue"), "label": _("Moderation")}
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            *([above] if is_below else []),
            {"url": "", "label": title},
        ],
    }
