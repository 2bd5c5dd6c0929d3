"""The front page of one language, and what the frame of every page says."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from participation.core.blocks import TEXT_FEATURES
from participation.core.hints import EditorHints

from ..blocks import BodyBlock
from .base import PublicPage


class Scene(models.TextChoices):
    """The pictures drawn by the project."""

    LAKE = "lake", _("lake")
    SQUARE = "square", _("market square")
    WINTER = "winter", _("winter")


class HomePage(PublicPage):
    """What can be influenced now, and what came of it."""

    headline = models.CharField(
        _("large text on top"),
        max_length=120,
        blank=True,
        help_text=_("What people can do here, in a few words. Empty: the page's title."),
    )
    lead = models.TextField(_("lead"), blank=True, help_text=_("One or two sentences below it."))
    scene = models.CharField(_("drawn picture"), max_length=20, choices=Scene, default=Scene.LAKE)
    body = StreamField(BodyBlock(required=False), verbose_name=_("text"), blank=True)
    other_ways = RichTextField(
        _("other ways to take part"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("By phone, on paper or in person: for those who do not use the web."),
    )
    about = models.TextField(
        _("about the site"), blank=True, help_text=_("A sentence or two at the foot of every page.")
    )
    contact = RichTextField(
        _("contact"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Phone, e-mail and visiting address, at the foot of every page."),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("headline"), FieldPanel("lead"), FieldPanel("scene")],
            heading=_("Top of the page"),
        ),
        FieldPanel("body"),
        FieldPanel("other_ways"),
        EditorHints(heading=_("Hints")),
    ]
    footer_panels = [FieldPanel("about"), FieldPanel("contact")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(footer_panels, heading=_("Foot of every page")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
        ]
    )
    template = "home/home_page.html"
    searched = ("headline", "lead", "body", "other_ways")
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("What can be influenced now, what came of it, news.")

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..front import front_page

        return {**super().get_context(request, *args, **kwargs), **front_page(self, request)}
