"""What this package adds to the Wagtail admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.core.actors import actor_for
from participation.core.slots import fill

from .desk import panel
from .desk.rights import works_here
from .outcomes import draw_outcomes
from .own import draw_own_ideas
from .policies import enters_for_others


class IdeasMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return works_here(actor_for(request))


class EnterMenuItem(MenuItem):
    """For those who write down others' ideas and have no list: youth workers."""

    def is_shown(self, request: HttpRequest) -> bool:
        actor = actor_for(request)
        return enters_for_others(actor) and not works_here(actor)


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [path("ideas/", include("participation.ideas.desk.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return IdeasMenuItem(
        _("Ideas"), reverse("raati_ideas_desk:index"), name="ideas", icon_name="pick", order=210
    )


@hooks.register("register_admin_menu_item")
def enter_item() -> MenuItem:
    return EnterMenuItem(
        _("Enter an idea for somebody"),
        reverse("raati_ideas_desk:enter"),
        name="enter-idea",
        icon_name="plus",
        order=211,
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("raati_ideas/desk.css"))


panel.enter()
fill("home.answered")(draw_outcomes)
fill("account.sections")(draw_own_ideas)
