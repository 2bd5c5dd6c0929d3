"""What the core adds to the Wagtail admin."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.menu import MenuItem
from wagtail.admin.userbar import ContentCheckerItem
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from . import admin_views, audit, desk, desk_pages, easy_admin
from .activity import active_source_pages
from .actors import actor_for
from .before_opening import before_opening, show_open_points
from .i18n_forms import LanguageInputs, LanguageTextareas
from .pages import ComponentPageMixin
from .previews import Checker
from .reference_tables import ReferenceTables

# Wagtail would give both its text area for one language: they are text fields.
register_form_field_override(I18nCharField, override={"widget": LanguageInputs})
register_form_field_override(I18nTextField, override={"widget": LanguageTextareas})


@hooks.register("register_log_actions")
def log_actions(registry: LogActionRegistry) -> None:
    for name, (label, message) in audit.registered().items():
        registry.register_action(f"raati.{name}", label, message)


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [
        path("raati/", include(admin_views.urlpatterns)),
        path("raati/easy/", include(easy_admin.urlpatterns)),
        path("raati/opening/<int:pk>/", before_opening, name="raati_before_opening"),
        path("desk/", include(desk_pages.urlpatterns)),
    ]


class DeskItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return desk_pages.works_here(actor_for(request))


@hooks.register("register_admin_menu_item")
def desk_item() -> MenuItem:
    return DeskItem(
        _("What waits for you"),
        reverse("raati_desk"),
        name="desk",
        icon_name="clipboard-list",
        order=90,
    )


@hooks.register("construct_homepage_panels")
def desk_at_home(request: HttpRequest, panels: list[Any]) -> None:
    """Nothing there for roles that no panel is for."""
    if desk.panels_for(actor_for(request)):
        panels.append(desk_pages.DeskAtHome())


@hooks.register("register_admin_viewset")
def reference_tables() -> ReferenceTables:
    return ReferenceTables()


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("raati_core/admin.css"))


def _round_buttons(page: Page, user: Any) -> Iterator[Button]:
    """Rounds, for pages that are a place of participation and that this user may publish."""
    model = page.specific_class
    if not (model and issubclass(model, ComponentPageMixin) and page.pk):
        return
    if not page.permissions_for_user(user).can_publish():
        return
    for priority, (label, icon, name) in enumerate(
        (
            (_("Start a new round"), "rotate", "raati_new_round"),
            (_("Close now"), "lock", "raati_close_now"),
            (_("Archive"), "folder", "raati_archive"),
        )
    ):
        url = reverse(name, args=[page.pk])
        yield Button(label, url, icon_name=icon, priority=70 + priority)


def _easy_button(page: Page, user: Any) -> Iterator[Button]:
    """The way to the easy-language version, for whoever may edit the page."""
    if page.pk and not page.is_root() and page.permissions_for_user(user).can_edit():
        url = reverse("raati_easy", args=[page.pk])
        yield Button(_("Easy-language version"), url, icon_name="openquote", priority=60)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    yield from _easy_button(page, user)
    yield from _round_buttons(page, user)


@hooks.register("register_reports_menu_item")
def easy_language_item() -> MenuItem:
    return MenuItem(
        _("Easy language"), reverse("raati_easy_coverage"), icon_name="openquote", order=300
    )


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    return _round_buttons(page, user)


@hooks.register("construct_wagtail_userbar")
def accessibility_checker(request: HttpRequest, items: list[Any], page: Any = None) -> None:
    """Our rules for the checker; nothing else stands in a preview's bar."""
    items[:] = [Checker() if isinstance(each, ContentCheckerItem) else each for each in items]


hooks.register("before_publish_page", show_open_points)


@hooks.register("before_delete_page")
def keep_what_people_did(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A page on which ideas and answers hang is archived, not deleted."""
    return _refusal(request, [page])


@hooks.register("before_bulk_action")
def keep_what_people_did_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    return _refusal(request, [each for each in objects if isinstance(each, Page)])


def _refusal(request: HttpRequest, pages: list[Page]) -> HttpResponse | None:
    active = [found for page in pages for found in active_source_pages(page)]
    if not active:
        return None
    context = {"pages": active}
    return render(request, "raati_core/admin/cannot_delete.html", context, status=409)
