"""What the site's own page types have in common."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from participation.core.hints import EditorHints
from participation.core.previews import BothSchemes
from participation.core.search.index import Searched
from participation.core.shared import shared_page
from participation.core.visibility import KnownToBeOpen

from ..blocks import BodyBlock


class PublicPage(BothSchemes, Searched, KnownToBeOpen, Page):
    """A page that is the same for everyone and may sit in a proxy for a moment."""

    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return shared_page(super().serve)(request, *args, **kwargs)


class TextPage(PublicPage):
    """A page with a lead and a text built from blocks."""

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences that tell what the page is for.")
    )
    body = StreamField(BodyBlock(required=False), verbose_name=_("text"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        EditorHints(heading=_("Hints")),
    ]

    class Meta:
        abstract = True
