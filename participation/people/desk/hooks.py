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

from participation.core.actors import actor_for
from participation.core.roles import is_administrator

from ..guardians.policies import is_facilitator
from ..verifying import works_at_desk
from . import panel


class PeopleMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_at_desk(actor_for(request))


class ConsentsMenuItem(MenuItem):
    """For youth workers; the service desk finds it on its own page."""

    def is_shown(self, request: HttpRequest) -> bool:
        actor = actor_for(request)
        return is_facilitator(actor) and not works_at_desk(actor)


class RolesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_administrator(actor_for(request))


@hooks.register("register_admin_urls")
def desk_urls() -> list[Any]:
    return [path("people/", include("participation.people.desk.urls"))]


@hooks.register("register_admin_menu_item")
def people_item() -> MenuItem:
    return PeopleMenuItem(
        _("People"), reverse("raati_people_desk:index"), name="people", icon_name="group", order=220
    )


@hooks.register("register_admin_menu_item")
def consents_item() -> MenuItem:
    return ConsentsMenuItem(
        _("Guardians' permissions"),
        reverse("raati_people_desk:consents"),
        name="consents",
        icon_name="group",
        order=221,
    )


@hooks.register("register_settings_menu_item")
def roles_item() -> MenuItem:
    return RolesMenuItem(
        _("Roles"), reverse("raati_people_desk:roles"), name="roles", icon_name="key", order=590
    )


@hooks.register("insert_global_admin_css")
def desk_css() -> SafeString:
    sheet = static("raati_people/desk.css")
    return format_html('<link rel="stylesheet" href="{}">', sheet)


panel.enter()
