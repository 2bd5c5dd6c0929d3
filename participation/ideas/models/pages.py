"""The page on which editors place an idea board."""

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from participation.core.blocks import TEXT_FEATURES
from participation.core.hints import EditorHints
from participation.core.pages import ComponentPageMixin
from participation.core.panels import SettingPanel

from ..blocks import StagesBlock
from .fields import SlugChoicesField

#: What people do on a board; phases of a process open and close each by its name.
SUBMIT = "ideas.submit"
SUPPORT = "ideas.support"

AT_LEAST_ONE = [MinValueValidator(1)]


class Preset(models.TextChoices):
    """What a round asks for; the texts of its pages follow."""

    IDEAS = "ideas", _("Ideas: anything that would make life better here")
    WISHES = "wishes", _("Wishes: what people would like to have")
    OBSTACLES = "obstacles", _("Obstacles: what is in the way and should be removed")
    CLUBS = "clubs", _("Clubs: hobby groups that people would join or lead")


class IdeaBoardPage(ComponentPageMixin, Page):
    """A board that collects ideas: what it asks for, and how much each person may do."""

    urlconf: ClassVar[str] = "participation.ideas.urls"
    acts: ClassVar[tuple[str, ...]] = (SUBMIT, SUPPORT)
    component_settings: ClassVar[tuple[str, ...]] = (
        "preset",
        "support_limit",
        "idea_limit",
        "counts_hidden",
        "threshold",
        "threshold_days",
        "answer_days",
        "service_area",
        "has_map",
        "themes",
        "areas",
        "stages",
    )
    searched: ClassVar[tuple[str, ...]] = ("intro", "rules")
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
    preset = models.CharField(
        _("what is collected"), max_length=12, choices=Preset, default=Preset.IDEAS
    )
    counts_hidden = models.BooleanField(
        _("hide the counts while supporting is open"),
        default=False,
        help_text=_("So that nobody follows the crowd; shown to everyone when it has closed."),
    )
    threshold = models.PositiveIntegerField(
        _("supports that make us take an idea up"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_(
            "The municipality's own promise, not a formal initiative. Empty: no such promise."
        ),
    )
    threshold_days = models.PositiveSmallIntegerField(
        _("days to take it up"),
        default=60,
        validators=AT_LEAST_ONE,
        help_text=_("Counted from the day the number is reached."),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("working days to answer"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_(
            "From sending; July, weekends and public holidays do not count. Empty: due dates are"
            " set by hand."
        ),
    )
    service_area = models.ForeignKey(
        "raati_core.ServiceArea",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
        help_text=_("Where new ideas go first, unless their theme has a service area of its own."),
    )
    has_map = models.BooleanField(
        _("show a map"),
        default=True,
        help_text=_("Ideas can be placed on the map; everything is in the list as well."),
    )
    stages = StreamField(
        StagesBlock(required=False),
        verbose_name=_("names of the states"),
        blank=True,
        help_text=_("Only if this board needs words of its own for them."),
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

    def component_setting(self, name: str) -> Any:
        if name == "service_area":
            return self.service_area.slug if self.service_area else ""
        if name == "stages":
            return [
                {
                    "id": stage.id,
                    "label": stage.block.child_blocks["label"].get_prep_value(stage.value["label"]),
                    "meaning": stage.value["meaning"],
                }
                for stage in self.stages
            ]
        return super().component_setting(name)

    @property
    def lead(self) -> str:
        """The introduction as plain words, for cards that lead here."""
        return get_text_for_indexing(self.intro)

    content_panels = [
        *Page.content_panels,
        EditorHints(heading=_("Hints")),
        FieldPanel("intro"),
        FieldPanel("rules"),
        ComponentPageMixin.dates_panel,
        MultiFieldPanel(
            [
                FieldRowPanel([SettingPanel("idea_limit"), SettingPanel("support_limit")]),
                SettingPanel("counts_hidden"),
            ],
            heading=_("What each person may do"),
        ),
        ComponentPageMixin.moderation_panel,
        ComponentPageMixin.who_may_panel,
        MultiFieldPanel(
            [
                SettingPanel("preset"),
                SettingPanel("themes"),
                SettingPanel("areas"),
                SettingPanel("has_map"),
            ],
            heading=_("What is collected"),
        ),
        MultiFieldPanel(
            [
                SettingPanel("service_area"),
                SettingPanel("answer_days"),
                FieldRowPanel([SettingPanel("threshold"), SettingPanel("threshold_days")]),
                SettingPanel("stages"),
            ],
            heading=_("How the municipality answers"),
        ),
    ]

    class Meta:
        verbose_name = _("idea board")
        verbose_name_plural = _("idea boards")
