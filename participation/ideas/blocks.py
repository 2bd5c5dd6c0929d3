"""What editors fill in about a board: its own names for the states of an idea."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from participation.core.blocks import I18nCharBlock

from .states import State


class StageBlock(blocks.StructBlock):
    """One of the board's own names; rules and figures look only at what it means."""

    label = I18nCharBlock(label=_("name"))
    meaning = blocks.ChoiceBlock(
        label=_("what it means"),
        choices=State.choices,
        help_text=_("Decides what may follow, and how the idea is counted."),
    )

    class Meta:
        icon = "tick"
        label = _("state")


class StagesBlock(blocks.StreamBlock):
    """The board's own states in their order."""

    stage = StageBlock()
