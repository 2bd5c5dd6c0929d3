"""What the service desk adds to the Wagtail admin; read by wagtail_hooks.py."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from participation.core.actors import actor_for
from participation.core.roles import is_administrator

from ..letters import waiting
from ..verifying import works_at_desk


class PeopleMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_at_desk(actor_for(request))


class RolesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_administrator(actor_for(request))


class LettersPanel(Component):
    """On the first page of the admin: how many letters wait to be printed."""

    order = 55
    template_name = "raati_people/desk/panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": waiting()}


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return [path("people/", include("participation.people.desk.urls"))]


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    return PeopleMenuItem(
        _("People"), reverse("raati_people_desk:index"), name="people", icon_name="group", order=220
    )


@hooks.register("register_settings_menu_item")
def roles_item() -> MenuItem:
    return RolesMenuItem(
        _("Roles"), reverse("raati_people_desk:roles"), name="roles", icon_name="key", order=590
    )


@hooks.register("construct_homepage_panels")
def letters_panel(request: HttpRequest, panels: list[Any]) -> None:
    if works_at_desk(actor_for(request)):
        panels.append(LettersPanel())


@hooks.register("insert_global_admin_css")
def desk_css() -> SafeString:
    sheet = static("raati_people/desk.css")
    return format_html('<link rel="stylesheet" href="{}">', sheet)
