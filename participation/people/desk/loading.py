"""Who may work at the desk, and the frame around its pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from participation.core.actors import actor_for
from participation.core.fresh import require_fresh
from participation.core.shared import private

from ..verifying import works_at_desk


def desk_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: for the service desk, private and uncached."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_at_desk(actor_for(request)):
            raise PermissionDenied
        return private(view(request, *args, **kwargs))

    return wrapped


def fresh_desk_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: as `desk_page`, and whoever sits there has just shown that it is them."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return require_fresh(request) or view(request, *args, **kwargs)

    return desk_page(wrapped)


def frame(title: str, *, icon: str = "group") -> dict[str, Any]:
    """The title, the icon and the way here, for `wagtailadmin/generic/base.html`."""
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("raati_people_desk:index"), "label": _("People")},
            {"url": "", "label": title},
        ],
    }
