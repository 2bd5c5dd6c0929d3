"""The page on which editors take residents' initiatives."""

from decimal import Decimal
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from participation.core.blocks import TEXT_FEATURES
from participation.core.pages import ComponentPageMixin
from participation.core.panels import SettingPanel, WhoMayPanel

from ..law import MONTHS, SHARE

#: What people do here; phases of a process open and close each by its name.
SUBMIT = "initiatives.submit"
SIGN = "initiatives.sign"

AT_LEAST_ONE = [MinValueValidator(1)]
MUNICIPALITY_LENGTH = 80


class InitiativesPage(ComponentPageMixin, Page):
    """Where residents make formal initiatives, sign others' and see what was done."""

    urlconf: ClassVar[str] = "participation.initiatives.urls"
    acts: ClassVar[tuple[str, ...]] = (SUBMIT, SIGN)
    component_settings: ClassVar[tuple[str, ...]] = (
        "municipality",
        "share",
        "residents",
        "residents_on",
        "months",
        "own_months",
        "registry_email",
    )
    subpage_types: ClassVar[list[str]] = []
    page_description = _(
        "Formal initiatives: residents make and sign them, the registry takes them."
    )

    intro = RichTextField(
        _("introduction"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("What an initiative is, and how it differs from an idea on a board."),
    )
    rules = RichTextField(
        _("how it works"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("What happens after delivery. Also say how to make an initiative on paper."),
    )
    law = models.CharField(
        _("the law that this follows"),
        max_length=160,
        blank=True,
        help_text=_("Empty: Municipal Act (410/2015), section 23."),
    )
    national_service = models.URLField(
        _("national service"),
        blank=True,
        default="https://www.kuntalaisaloite.fi/",
        help_text=_("Where initiatives can be made as well. Empty: no link."),
    )
    registry = models.CharField(
        _("registry"),
        max_length=200,
        blank=True,
        help_text=_("Who receives initiatives: name, address, telephone."),
    )
    registry_email = models.EmailField(
        _("registry's e-mail"),
        blank=True,
        help_text=_("Shown on the page. It is told of each delivery and of due dates."),
    )
    municipality = models.CharField(
        _("municipality"),
        max_length=MUNICIPALITY_LENGTH,
        help_text=_("Its name as people write their home municipality. Only its residents count."),
    )
    share = models.DecimalField(
        _("share of residents, per cent"),
        max_digits=5,
        decimal_places=2,
        default=SHARE,
        validators=[MinValueValidator(Decimal("0.01")), MaxValueValidator(100)],
        help_text=_("From so many on the municipality must take an initiative up in time."),
    )
    residents = models.PositiveIntegerField(
        _("number of residents"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_("Of which the share is counted. Empty: no number is shown."),
    )
    residents_on = models.DateField(_("counted on"), null=True, blank=True)
    residents_source = models.CharField(
        _("source of the number"), max_length=160, blank=True, help_text=_("Who counted it.")
    )
    months = models.PositiveSmallIntegerField(
        _("months to take it up"),
        default=MONTHS,
        validators=AT_LEAST_ONE,
        help_text=_("Counted from the day on which an initiative with enough signers is pending."),
    )
    own_months = models.PositiveSmallIntegerField(
        _("months for any other initiative"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_("The municipality's own promise. Empty: smaller initiatives have no due date."),
    )

    def clean(self) -> None:
        super().clean()
        if self.residents and not (self.residents_on and self.residents_source):
            missing = "residents_source" if self.residents_on else "residents_on"
            raise ValidationError(
                {missing: _("Tell when the residents were counted, and by whom.")}
            )

    def component_setting(self, name: str) -> Any:
        """As JSON has it, so that the row equals the page when they are compared."""
        value = super().component_setting(name)
        if name == "share":
            return str(value)
        if name == "residents_on":
            return value.isoformat() if value else None
        return value

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
                FieldPanel("law"),
                FieldRowPanel([SettingPanel("share"), SettingPanel("months")]),
                SettingPanel("own_months"),
            ],
            heading=_("What the law says"),
        ),
        MultiFieldPanel(
            [
                SettingPanel("municipality"),
                FieldRowPanel([SettingPanel("residents"), SettingPanel("residents_on")]),
                FieldPanel("residents_source"),
            ],
            heading=_("Whose signatures count"),
        ),
        WhoMayPanel(
            "eligibility",
            heading=_("Who may take part"),
            help_text=_(
                "The law gives this right to people of any age, and to associations: ask only for"
                " what is needed to know who signs."
            ),
        ),
        ComponentPageMixin.moderation_panel,
        MultiFieldPanel(
            [
                FieldPanel("registry"),
                SettingPanel("registry_email"),
                FieldPanel("national_service"),
            ],
            heading=_("Who receives initiatives"),
        ),
    ]

    class Meta:
        verbose_name = _("page of initiatives")
        verbose_name_plural = _("pages of initiatives")
