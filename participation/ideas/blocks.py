"""What editors fill in: a board's own names for its states, teasers for other pages."""

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


class IdeaTeaserBlock(blocks.StructBlock):
    """Ideas on any page; the template asks for them by a tag, for models are not loaded yet."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    page = blocks.PageChooserBlock(
        label=_("from which board, or below which page"),
        required=False,
        help_text=_("Empty: the whole site."),
    )
    number = blocks.IntegerBlock(label=_("how many"), min_value=1, max_value=6, default=3)


class LatestIdeasBlock(IdeaTeaserBlock):
    """The newest ideas."""

    class Meta:
        icon = "pick"
        label = _("latest ideas")
        description = _("The newest ideas of a board or of all boards below a page.")
        template = "raati_ideas/blocks/latest.html"
        preview_value = {"title": _("latest ideas"), "page": None, "number": 3}


class AnsweredIdeasBlock(IdeaTeaserBlock):
    """What the municipality said yes to."""

    class Meta:
        icon = "tick-inverse"
        label = _("answered ideas")
        description = _("Ideas that come true, wholly or in part, and how they were answered.")
        template = "raati_ideas/blocks/answered.html"
        preview_value = {"title": _("answered ideas"), "page": None, "number": 3}


class BoardTopBlock(blocks.StructBlock):
    """The most supported ideas of one board."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    page = blocks.PageChooserBlock(
        label=_("idea board"),
        page_type="raati_ideas.IdeaBoardPage",
        help_text=_("While the board hides its counts, its newest ideas are shown instead."),
    )
    number = blocks.IntegerBlock(label=_("how many"), min_value=1, max_value=6, default=3)

    class Meta:
        icon = "arrow-up-big"
        label = _("an idea board's top")
        description = _("The most supported ideas of one board.")
        template = "raati_ideas/blocks/top.html"
        preview_value = {"title": _("an idea board's top"), "page": None, "number": 3}


#: Offered for the text of pages (participation.core.blocks.page_blocks).
PAGE_BLOCKS = {
    "ideas_latest": LatestIdeasBlock,
    "ideas_answered": AnsweredIdeasBlock,
    "ideas_top": BoardTopBlock,
}
