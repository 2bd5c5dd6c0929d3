"""What this package adds to the Wagtail admin."""

from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.core.actors import actor_for
from participation.core.slots import fill

from .desk.rights import works_here
from .outcomes import draw_outcomes
from .own import draw_own_ideas


class IdeasMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_here(actor_for(request))


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [path("ideas/", include("participation.ideas.desk.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return IdeasMenuItem(
        _("Ideas"), reverse("raati_ideas_desk:index"), name="ideas", icon_name="pick", order=210
    )


fill("home.answered")(draw_outcomes)
fill("account.sections")(draw_own_ideas)
