"""The checklist is seen once before a place of participation is published for the first time."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.models import Page

from . import checklists, clock
from .pages import ComponentPageMixin


def show_open_points(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Wagtail's hook: the draft is saved when it asks, so nothing is lost by turning aside."""
    if not issubclass(type(page), ComponentPageMixin) or not page.is_source:
        return None
    # A page that is published as it is made stands in the tree as live already.
    match = request.resolver_match
    is_new = match is not None and match.view_name == "wagtailadmin_pages:add"
    if (page.live and not is_new) or not checklists.open_points(page):
        return None
    Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    return redirect("raati_before_opening", page.pk)


def before_opening(request: HttpRequest, pk: int) -> HttpResponse:
    """The open points, the way back, and publishing all the same."""
    live_page: Any = get_object_or_404(Page, pk=pk).specific
    if not issubclass(type(live_page), ComponentPageMixin) or not live_page.latest_revision_id:
        return redirect("wagtailadmin_pages:edit", pk)
    if not live_page.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    page = live_page.get_latest_revision_as_object()
    if request.method == "POST":
        live_page.latest_revision.publish(user=request.user)
        messages.success(request, _say(page))
        return redirect("wagtailadmin_explore", live_page.get_parent().pk)
    points = checklists.points(page)
    context: dict[str, Any] = {
        "page": page,
        "points": points,
        "missing": sum(not point.done for point in points),
        "scheduled": _is_later(page),
    }
    return render(request, "raati_core/admin/before_opening.html", context)


def _is_later(page: Page) -> bool:
    return bool(page.go_live_at and page.go_live_at > clock.glance())


def _say(page: Page) -> str:
    return _("Scheduled.") if _is_later(page) else _("Published.")
