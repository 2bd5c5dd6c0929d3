"""What the admin's frame around each page of the desk wants to know."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def frame(title: str, *, icon: str = "pick") -> dict[str, Any]:
    """The title, the icon and the way here, for `wagtailadmin/generic/base.html`."""
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("raati_ideas_desk:index"), "label": _("Ideas")},
            {"url": "", "label": title},
        ],
    }
