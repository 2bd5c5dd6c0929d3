"""What the site adds to the Wagtail admin, and to the places of the packages."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from participation.core.actors import actor_for
from participation.core.slots import fill
from participation.core.visibility import private_pages
from participation.core.when import day_text

from . import admin_views, desk_panel, guide, page_guard  # noqa: F401 - the guard's own hook
from .frame import frame_for
from .models import NewsPage
from .policies import may_answer_feedback

#: So many pieces of news are listed on the page that they are about.
NEWS_SHOWN = 5


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [
        path("accessibility-feedback/", include(admin_views.urlpatterns)),
        path("first-steps/away/", admin_views.guide_away, name="home_guide_away"),
    ]


class FeedbackItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_answer_feedback(actor_for(request))


@hooks.register("register_admin_menu_item")
def feedback_item() -> MenuItem:
    return FeedbackItem(
        _("Accessibility feedback"),
        reverse("home_feedback"),
        name="accessibility-feedback",
        icon_name="comment",
        order=650,
    )


desk_panel.enter()


class GuidePanel(Component):
    """The first steps of a new site, while there is one to take."""

    order = 10
    template_name = "home/admin/guide_panel.html"

    def __init__(self, steps: list[guide.Step]) -> None:
        self.steps = steps

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "steps": self.steps,
            "done": sum(step.done for step in self.steps),
            "request": parent_context.get("request"),
            "csrf_token": parent_context.get("csrf_token"),
        }


@hooks.register("construct_homepage_panels")
def guide_panel(request: HttpRequest, panels: list[Any]) -> None:
    if not may_answer_feedback(actor_for(request)) or guide.is_away(request.user):
        return
    steps = guide.steps()
    if not all(step.done for step in steps):
        panels.append(GuidePanel(steps))


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("home/admin.css"))


@fill("form.legal")
def legal_links(context: Any, *objects: Any) -> SafeString | str:
    """Under every form that collects data: what is done with it, and the rules."""
    request = context.get("request")
    frame = frame_for(request) if request else None
    if frame is None or not frame.legal:
        return ""
    return SafeString(render_to_string("home/legal_links.html", {"frame": frame}))


@fill("process.below")
def news_about(context: Any, page: Page) -> SafeString | str:
    """The latest news about a page, in its language."""
    about = NewsPage.objects.filter(
        about__translation_key=page.translation_key, locale_id=page.locale_id
    )
    shown = about.live().exclude(private_pages(context.get("request")))
    news = shown.defer("body").order_by("-date", "-pk")[:NEWS_SHOWN]
    links = [
        {"label": each.title, "href": each.url, "note": day_text(each.date, weekday=False)}
        for each in news
    ]
    return render_to_string("home/news_about.html", {"links": links}) if links else ""
