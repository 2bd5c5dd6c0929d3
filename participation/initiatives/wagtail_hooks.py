"""What this package adds to the Wagtail admin, and to other packages' pages."""

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.core.actors import actor_for
from participation.core.slots import fill

from .desk import panel
from .desk.rights import works_here
from .own import draw_own_initiatives


class InitiativesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_here(actor_for(request))


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [path("initiatives/", include("participation.initiatives.desk.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return InitiativesMenuItem(
        _("Initiatives"),
        reverse("raati_initiatives_desk:index"),
        name="initiatives",
        icon_name="doc-full",
        order=220,
    )


panel.enter()
fill("account.sections", order=1)(draw_own_initiatives)
