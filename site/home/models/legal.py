"""Pages that the law wants: privacy, rules of discussion, accessibility."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from participation.core import personal_data
from participation.core.blocks import TEXT_FEATURES
from participation.core.pages import ViewsBelow

from .base import TextPage


class PrivacyPage(TextPage):
    """The privacy notice; its table is written by the installed packages themselves."""

    rights = RichTextField(
        _("your rights, and whom to ask"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Shown below the table of what is kept and why, which is made by itself."),
    )

    content_panels = [*TextPage.content_panels, FieldPanel("rights")]
    template = "home/privacy_page.html"
    searched = ("lead", "body", "rights")
    page_description = _("The privacy notice, with the table of what is kept and why.")

    class Meta:
        verbose_name = _("privacy notice")
        verbose_name_plural = _("privacy notices")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "sources": personal_data.sources()}


class RulesPage(TextPage):
    """The rules of discussion."""

    template = "home/content_page.html"
    page_description = _("The rules that everyone who writes agrees to.")

    class Meta:
        verbose_name = _("rules of discussion")
        verbose_name_plural = _("rules of discussion")


class AccessibilityPage(ViewsBelow, TextPage):
    """The accessibility statement, with a form below it that anyone may send."""

    urlconf = "home.accessibility_urls"

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body")]
    template = "home/accessibility_page.html"
    page_description = _("The accessibility statement, with a form for feedback.")

    class Meta:
        verbose_name = _("accessibility statement")
        verbose_name_plural = _("accessibility statements")
