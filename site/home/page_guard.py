"""Pages by id in the administration: what its own views show before they ask who may.

Wagtail asks before it changes anything. Some views name the page first, and the translation
tool asks only whether somebody translates at all: here they answer nobody who may not edit
that very page, and the page chooser shows no draft and no private page of others.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail import hooks
from wagtail.admin.auth import permission_denied
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import TranslationSource

from participation.core.visibility import private_pages

Check = Callable[[HttpRequest, dict[str, Any]], bool]


def _page(pk: int) -> Page | None:
    return Page.objects.filter(pk=pk).first()


def _may_edit(name: str) -> Check:
    def check(request: HttpRequest, given: dict[str, Any]) -> bool:
        page = _page(given[name])
        return page is None or page.permissions_for_user(request.user).can_edit()

    return check


def _may_move(request: HttpRequest, given: dict[str, Any]) -> bool:
    page, there = _page(given["page_to_move_id"]), _page(given["destination_id"])
    if page is None or there is None:
        return True
    rights = page.permissions_for_user(request.user)
    return rights.can_move() and rights.can_move_to(there)


def _may_edit_source(request: HttpRequest, given: dict[str, Any]) -> bool:
    source = TranslationSource.objects.filter(pk=given["translation_source_id"]).first()
    try:
        thing = source.get_source_instance() if source else None
    except ObjectDoesNotExist:
        return False
    return not isinstance(thing, Page) or thing.permissions_for_user(request.user).can_edit()


def _edits_everywhere(request: HttpRequest, given: dict[str, Any]) -> bool:
    """The list of all translations knows no rights over single pages."""
    root = Page.get_first_root_node()
    return root is not None and root.permissions_for_user(request.user).can_publish_subpage()


def _may_browse(request: HttpRequest, given: dict[str, Any]) -> bool:
    parent = given.get("parent_page_id")
    return parent is None or choosable(Page.objects.filter(pk=parent), request).exists()


#: The name of an address and who may open it.
CHECKS: dict[str, Check] = {
    "wagtailadmin_pages:move_confirm": _may_move,
    "wagtailadmin_pages:confirm_workflow_cancellation": _may_edit("page_id"),
    "wagtailadmin_choose_page_child": _may_browse,
    "wagtail_localize:submit_page_translation": _may_edit("page_id"),
    "wagtail_localize:update_translations": _may_edit_source,
    "wagtail_localize:translations_report": _edits_everywhere,
    "wagtail_localize:translations_report_results": _edits_everywhere,
}
#: Made for those who develop Wagtail: it fails on purpose.
NOT_OURS = ("wagtailadmin_error_test",)


class PageGuard:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        match = request.resolver_match
        name = match.view_name if isinstance(match, ResolverMatch) else ""
        if name in NOT_OURS:
            raise Http404
        check = CHECKS.get(name)
        # Whoever has nothing to do here is sent away by the administration itself.
        if check is None or not request.user.has_perm("wagtailadmin.access_admin"):
            return None
        return None if check(request, kwargs) else permission_denied(request)


@hooks.register("construct_page_chooser_queryset")
def choosable(pages: Any, request: HttpRequest) -> Any:
    """Pages that everybody may read, and those that this editor works with."""
    own = PagePermissionPolicy().explorable_instances(request.user)
    public = Page.objects.live().exclude(private_pages(request))
    return pages.filter(pk__in=own.values("pk")) | pages.filter(pk__in=public.values("pk"))
