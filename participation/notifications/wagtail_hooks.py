"""What this package adds to the Wagtail admin, and to other packages' pages."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import include, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.core.actors import actor_for
from participation.core.mail_care import may_look
from participation.core.slots import fill

from .bell import fill_header, fill_menu
from .desk import panel


class MailsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_look(actor_for(request))


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [path("mails/", include("participation.notifications.desk.urls"))]


@hooks.register("register_reports_menu_item")
def menu_item() -> MenuItem:
    return MailsMenuItem(
        _("Mails that were sent"),
        reverse("raati_mails_desk:index"),
        name="mails",
        icon_name="mail",
        order=900,
    )


panel.enter()
fill("account.menu")(fill_menu)
fill("header.mine")(fill_header)


@fill("people.settings", order=1)
def settings_link(context: Any) -> SafeString:
    """From one's own pages to how one is told."""
    links = [{"label": _("Settings of notices"), "href": reverse("raati_notifications:settings")}]
    return render_to_string("raati_core/elements/link_list.html", {"links": links})
