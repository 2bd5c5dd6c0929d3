"""Ordinary pages and news."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from participation.core import clock
from participation.core.hints import EditorHints
from participation.core.visibility import private_pages

from ..blocks import BodyBlock, PictureBlock
from .base import PublicPage, TextPage


class ContentPage(TextPage):
    """Text, pictures, questions and answers, people to turn to."""

    template = "home/content_page.html"
    page_description = _("Text, pictures, questions and answers, contact people.")

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")


def today() -> Any:
    return clock.today()


class NewsIndexPage(PublicPage):
    """All news of one language, newest first."""

    PER_PAGE = 20

    lead = models.TextField(_("lead"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("lead")]
    template = "home/news_index_page.html"
    subpage_types = ["home.NewsPage"]
    page_description = _("The list of all news; news are written below it.")

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..front import with_pictures

        context = super().get_context(request, *args, **kwargs)
        shown = NewsPage.objects.child_of(self).live().exclude(private_pages(request))
        news = shown.order_by("-date", "-pk")
        page = Paginator(news.defer("body"), self.PER_PAGE).get_page(request.GET.get("page"))
        page.object_list = with_pictures(page.object_list)
        return {
            **context,
            "news": page,
            "newer_href": f"?page={page.previous_page_number()}" if page.has_previous() else "",
            "older_href": f"?page={page.next_page_number()}" if page.has_next() else "",
        }


class NewsPage(PublicPage):
    """One piece of news."""

    date = models.DateField(_("date"), default=today)
    lead = models.TextField(_("lead"), help_text=_("Two sentences; also shown in lists."))
    about = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("which page this is about"),
        help_text=_("For example a process: its page then links to this piece of news."),
    )
    picture = StreamField(
        [("picture", PictureBlock())], verbose_name=_("picture"), blank=True, max_num=1
    )
    body = StreamField(BodyBlock(required=False), verbose_name=_("text"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("lead"),
        FieldPanel("about"),
        FieldPanel("picture"),
        FieldPanel("body"),
        EditorHints(heading=_("Hints")),
    ]
    template = "home/news_page.html"
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types: list[str] = []
    page_description = _("One piece of news with date, lead and text.")

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news")
