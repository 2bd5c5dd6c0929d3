"""What is private: of a place, and of pages, once for each request however many lists it draws."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Page, PageViewRestriction

from .models import Component
from .public import private_condition


class KnownToBeOpen:
    """Mix into a Page type (before Page): restrictions are not asked for where none can be."""

    #: Set where the page was found, when nothing restricts it or a page above it.
    is_open_to_all = False

    def get_view_restrictions(self) -> Any:
        """As Wagtail says; nothing, without asking again, where that is known."""
        if self.is_open_to_all:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()  # type: ignore[misc]


def page_for(request: HttpRequest, component: Component) -> Page | None:
    """The place's page where this reader may open it: published, and nothing turns them away."""
    page = component.page_in()
    if page is None:
        return None
    shown = [page, page.alias_of] if page.alias_of else [page]
    rules = [rule for each in shown for rule in each.get_view_restrictions()]
    return page if all(rule.accept_request(request) for rule in rules) else None


def private_pages(request: Any) -> Q:
    """The condition of pages that not everybody may read, with all that is below them."""
    known = getattr(request, "raati_private", None)
    if known is None:
        known = private_condition()
        if request is not None:
            request.raati_private = known
    return known
