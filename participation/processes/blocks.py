"""What editors fill in about a process."""

from dataclasses import fields
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from participation.core.acts import act_choices
from participation.core.blocks import TEXT_FEATURES, DocumentBlock
from participation.core.figures import Count, Precision, Tally

from .phases import Phase, misplaced

#: More people than that have never lived in a municipality.
MOST = 10_000_000


def language_choices() -> list[tuple[str, str]]:
    return [(code, str(name)) for code, name in settings.LANGUAGES]


class PaperBlock(DocumentBlock):
    """A document, and the language it is in where that is not the page's."""

    language = blocks.ChoiceBlock(
        label=_("language of the document"),
        required=False,
        choices=language_choices,
        help_text=_("Empty: the language of this page."),
    )

    class Meta:
        template = "raati_processes/blocks/paper.html"


class HeardBlock(blocks.StructBlock):
    """What people said, and what became of it: the pair that shows it mattered."""

    heard = blocks.RichTextBlock(label=_("what we heard"), features=TEXT_FEATURES)
    changed = blocks.RichTextBlock(
        label=_("what changed"),
        features=TEXT_FEATURES,
        help_text=_("Also when nothing changed: then say why."),
    )

    class Meta:
        icon = "comment"
        label = _("what we heard and what changed")
        template = "raati_processes/blocks/heard.html"


class ResultPictureBlock(blocks.StructBlock):
    """A picture from the phase, described or marked as decoration."""

    image = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "raati_processes/blocks/picture.html"


class ResultsBlock(blocks.StreamBlock):
    """What came out of a phase, besides the text."""

    heard = HeardBlock()
    picture = ResultPictureBlock()
    document = PaperBlock()
    place = blocks.PageChooserBlock(
        label=_("link to a page"), help_text=_("For example the idea board of the phase.")
    )


class PhaseBlock(blocks.StructBlock):
    """One phase: its time and what it opens are the same in every language."""

    title = blocks.CharBlock(label=_("name of the phase"), max_length=80)
    description = blocks.RichTextBlock(
        label=_("what happens in it"), required=False, features=TEXT_FEATURES
    )
    opens = blocks.DateTimeBlock(
        label=_("begins"),
        required=False,
        help_text=_("Empty: when the phase before ends; for the first one, from the start."),
    )
    closes = blocks.DateTimeBlock(
        label=_("ends"),
        required=False,
        help_text=_("Empty: when the next phase begins; for the last one, never."),
    )
    allows = blocks.MultipleChoiceBlock(
        label=_("what can be done in this phase"),
        required=False,
        choices=act_choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Holds for the places of participation below this page. What no phase opens stays"
            " closed."
        ),
    )
    results = blocks.RichTextBlock(
        label=_("results"),
        required=False,
        features=TEXT_FEATURES,
        help_text=_("Shown once the phase has ended: what came out of it."),
    )
    more_results = ResultsBlock(
        label=_("more results"),
        required=False,
        help_text=_("What was heard and what changed, pictures, documents, links."),
    )

    class Meta:
        icon = "date"
        label = _("phase")
        label_format = "{title}"


class PhasesBlock(blocks.StreamBlock):
    """The phases in their order; times that cross are refused beside their field."""

    phase = PhaseBlock()

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        errors = {}
        for index, field, reason in misplaced([phase_times(each) for each in cleaned]):
            errors[index] = StructBlockValidationError({field: ValidationError(reason)})
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned


def phase_times(block: Any) -> Phase:
    """The rule's view of one phase block."""
    value = block.value
    return Phase(block.id or "", value["opens"], value["closes"], frozenset(value["allows"] or ()))


class CountBlock(blocks.StructBlock):
    """A number, and how exact it is."""

    number = blocks.IntegerBlock(label=_("number"), required=False, min_value=0, max_value=MOST)
    precision = blocks.ChoiceBlock(
        label=_("how exact"), choices=Precision.choices, default=Precision.EXACT
    )

    class Meta:
        icon = "order"
        form_classname = "struct-block raati-row"


class HappenedBlock(blocks.StructBlock):
    """Something that happened away from this site, with the figures its organisers tell."""

    title = blocks.CharBlock(
        label=_("what happened"),
        max_length=120,
        help_text=_("For example: Workshops on everyday life."),
    )
    date = blocks.DateBlock(label=_("date"), help_text=_("Of several days: the first."))
    last_date = blocks.DateBlock(label=_("last day"), required=False)
    workshops = CountBlock(label=_("workshops and events"))
    people = CountBlock(
        label=_("people"), help_text=_("Different people; each counted once, however often.")
    )
    participations = CountBlock(
        label=_("participations"), help_text=_("Somebody who came three times counts three times.")
    )
    organisations = CountBlock(label=_("organisations"))
    source = blocks.CharBlock(
        label=_("where the numbers come from"),
        required=False,
        max_length=200,
        help_text=_("For example: lists of participants, kept by the wellbeing services."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        errors = {}
        if cleaned["last_date"] and cleaned["last_date"] < cleaned["date"]:
            errors["last_date"] = ValidationError(_("The last day cannot be before the first."))
        if not told(cleaned):
            errors["workshops"] = ValidationError(_("Give at least one number."))
        people, participations = cleaned["people"]["number"], cleaned["participations"]["number"]
        if people and participations is not None and participations < people:
            errors["participations"] = ValidationError(
                _("There are at least as many participations as people.")
            )
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    class Meta:
        icon = "group"
        label = _("event or workshops")
        label_format = "{title}"


class QuestionBlock(blocks.StructBlock):
    """A question that people ask about the process, with its answer."""

    question = blocks.CharBlock(label=_("question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("answer"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("question and answer")
        label_format = "{question}"


def told(value: Any) -> Tally:
    """The tally of one event, as its organisers tell it."""
    return Tally(**{each.name: _count(value[each.name]) for each in fields(Tally)})


def _count(value: Any) -> Count | None:
    if value["number"] is None:
        return None
    return Count(value["number"], Precision(value["precision"] or Precision.EXACT))
