"""A notice for staff who may work without a second factor, on every page of the demonstration."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from participation.core.slots import fill

from . import second_factor


class NoSecondFactorPanel(Component):
    """On the first page of the administration."""

    order = 1
    template_name = "accounts/no_second_factor_panel.html"


class DemonstrationItem(MenuItem):
    """In the menu, so that no page of the administration is without it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return second_factor.is_waived()


@fill("people.settings")
def account_link(context: Any) -> SafeString:
    """From one's own pages to the page of the account."""
    links = [
        {
            "label": _("Account and signing in"),
            "note": _("E-mail address, password, passkeys, devices"),
            "href": reverse("account_me"),
        }
    ]
    return render_to_string("raati_core/elements/link_list.html", {"links": links})


@hooks.register("construct_homepage_panels")
def say_that_the_second_factor_is_waived(request: HttpRequest, panels: list[Any]) -> None:
    if second_factor.is_waived():
        panels.insert(0, NoSecondFactorPanel())


@hooks.register("register_admin_menu_item")
def demonstration_item() -> MenuItem:
    return DemonstrationItem(
        _("No second factor"),
        reverse("wagtailadmin_home"),
        name="no-second-factor",
        icon_name="warning",
        order=1,
    )
