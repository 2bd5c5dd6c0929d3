"""The page on which editors place an idea board."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from participation.core.blocks import TEXT_FEATURES
from participation.core.pages import ComponentPageMixin
from participation.core.panels import SettingPanel

from .fields import SlugChoicesField

#: What people do on a board; phases of a process open and close each by its name.
SUBMIT = "ideas.submit"
SUPPORT = "ideas.support"

AT_LEAST_ONE = [MinValueValidator(1)]


class IdeaBoardPage(ComponentPageMixin, Page):
    """A board that collects ideas: what it asks for, and how much each person may do."""

    urlconf: ClassVar[str] = "participation.ideas.urls"
    acts: ClassVar[tuple[str, ...]] = (SUBMIT, SUPPORT)
    component_settings: ClassVar[tuple[str, ...]] = (
        "support_limit",
        "idea_limit",
        "themes",
        "areas",
    )
    subpage_types: ClassVar[list[str]] = []
    page_description = _("Residents send ideas and support each other's; the city answers.")

    intro = RichTextField(
        _("introduction"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("What do you want to hear, and what will happen to the ideas?"),
    )
    rules = RichTextField(
        _("rules of this round"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_(
            "Who answers and by when, and what is not for this board. Also say how to take part "
            "by phone or on paper."
        ),
    )
    support_limit = models.PositiveSmallIntegerField(
        _("supports for each person"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_("How many ideas one person may support in this round. Empty: no limit."),
    )
    idea_limit = models.PositiveSmallIntegerField(
        _("ideas from each person"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_("How many ideas one person may send in this round. Empty: no limit."),
    )
    themes = SlugChoicesField(
        of="raati_core.Theme",
        verbose_name=_("themes"),
        help_text=_("Themes that can be chosen for an idea. Nothing ticked: all of them."),
    )
    areas = SlugChoicesField(
        of="raati_core.Area",
        verbose_name=_("areas"),
        help_text=_("Areas that can be chosen for an idea. Nothing ticked: all of them."),
    )

    @property
    def lead(self) -> str:
        """The introduction as plain words, for cards that lead here."""
        return get_text_for_indexing(self.intro)

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("rules"),
        ComponentPageMixin.dates_panel,
        MultiFieldPanel(
            [
                FieldRowPanel([SettingPanel("idea_limit"), SettingPanel("support_limit")]),
                SettingPanel("themes"),
                SettingPanel("areas"),
            ],
            heading=_("What each person may do"),
        ),
    ]

    class Meta:
        verbose_name = _("idea board")
        verbose_name_plural = _("idea boards")
