"""A participation process: a page whose phases decide what is open below it."""

from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from participation.core.blocks import TEXT_FEATURES, ContactBlock
from participation.core.hints import EditorHints
from participation.core.invitations import PhaseNow
from participation.core.pages import ComponentPageMixin
from participation.core.when import days_later

from .blocks import HappenedBlock, PaperBlock, PhasesBlock, QuestionBlock, phase_times
from .phases import PhaseState, in_order, phases_of, to_json


class ProcessPage(ComponentPageMixin, Page):
    """Phases in their order, and the places of participation below it.

    The times of the phases and what they open are the source page's, copied to
    the component's row; the texts of each language are that language's own page,
    matched by the block id that a translation keeps.
    """

    lead = models.TextField(
        _("lead"), blank=True, help_text=_("One or two sentences: what is decided, and with whom.")
    )
    body = RichTextField(_("what this is about"), blank=True, features=TEXT_FEATURES)
    phases = StreamField(PhasesBlock(required=False), verbose_name=_("phases"), blank=True)
    happened = StreamField(
        [("event", HappenedBlock())],
        verbose_name=_("what happened offline"),
        blank=True,
        help_text=_(
            "Workshops, events and visits with their figures. What people do on this site is"
            " counted by itself. The numbers are those of the original page in every language."
        ),
    )
    documents = StreamField([("document", PaperBlock())], verbose_name=_("documents"), blank=True)
    questions = StreamField(
        [("question", QuestionBlock())], verbose_name=_("questions and answers"), blank=True
    )
    contacts = StreamField(
        [("contact", ContactBlock())], verbose_name=_("contact people"), blank=True
    )
    other_ways = RichTextField(
        _("other ways to take part"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("By phone, on paper or in person: for those who do not use the web."),
    )

    urlconf = "participation.processes.urls"
    component_settings = ("phases",)
    searched = ("lead", "body", "phases", "other_ways")
    more_translatable_fields = [TranslatableField("phases")]

    content_panels = [
        *Page.content_panels,
        EditorHints(heading=_("Hints")),
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel(
            "phases",
            help_text=_(
                "The times, and what can be done in each phase, are edited on the original page;"
                " other languages only translate the texts."
            ),
        ),
        MultiFieldPanel(
            ComponentPageMixin.dates_panel.children,
            heading=_("The whole process"),
            help_text=_("Usually left empty: the phases say when what is open."),
        ),
        ComponentPageMixin.who_may_panel,
        FieldPanel("happened"),
        FieldPanel("questions"),
        FieldPanel("documents"),
        FieldPanel("contacts"),
        FieldPanel("other_ways"),
    ]
    template = "raati_processes/process_page.html"
    page_description = _("Phases with dates, and ideas, surveys or discussions below them.")

    class Meta:
        verbose_name = _("participation process")
        verbose_name_plural = _("participation processes")

    def component_setting(self, name: str) -> Any:
        if name != "phases":
            return super().component_setting(name)
        return [to_json(phase) for phase in in_order([phase_times(p) for p in self.phases])]

    def first_moment(self) -> datetime | None:
        times = [moment for p in self.phases for moment in (p.value["opens"], p.value["closes"])]
        known = [moment for moment in (self.opens_at, *times) if moment]
        return min(known, default=self.closes_at)

    def for_new_round(self, days: int | None) -> dict[str, Any]:
        """Phases with moved dates and without results; nothing has happened in it yet."""
        return {
            **super().for_new_round(days),
            "phases": [_again(block, days) for block in self.phases],
            "happened": [],
        }

    def phase_now(self, at: datetime) -> PhaseNow | None:
        for phase in phases_of(self.component):
            if phase.state(at) == PhaseState.CURRENT:
                return PhaseNow(str(self.texts_of(phase.id).get("title", "")), phase.closes)
        return None

    def phases_ahead(self, at: datetime) -> list[PhaseNow]:
        coming = [p for p in phases_of(self.component) if p.state(at) == PhaseState.UPCOMING]
        return [
            PhaseNow(str(self.texts_of(p.id).get("title", "")), p.closes, p.opens) for p in coming
        ]

    def phase_texts(self, phase_id: str) -> dict[str, Any]:
        """The page's own texts of one phase; {} while its translation does not know it."""
        return next((dict(b.value) for b in self.phases if b.id == phase_id), {})

    def texts_of(self, phase_id: str) -> dict[str, Any]:
        """The texts in this language, or the original's while they are not translated."""
        return self.phase_texts(phase_id) or self.source_page.phase_texts(phase_id)


def _again(block: Any, days: int | None) -> dict[str, Any]:
    """A phase's raw block for the next round: the same texts, other dates, no results."""
    raw = block.get_prep_value()
    moved = {name: days_later(block.value[name], days) for name in ("opens", "closes")}
    times = {name: moment.isoformat() if moment else None for name, moment in moved.items()}
    return {**raw, "value": {**raw["value"], **times, "results": "", "more_results": []}}
