"""What editors fill in about a process."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from participation.core.acts import act_choices
from participation.core.blocks import TEXT_FEATURES

from .phases import Phase, misplaced


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
