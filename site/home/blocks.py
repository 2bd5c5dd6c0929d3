"""What editors build a page from. No raw HTML, no embeds: nothing that could carry a script."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock

from participation.core.blocks import TEXT_FEATURES, ContactBlock


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text; the page's title is the only first-rank one."""

    text = blocks.CharBlock(label=_("heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("rank"), choices=[("h2", _("heading")), ("h3", _("sub-heading"))], default="h2"
    )

    class Meta:
        icon = "title"
        label = _("heading")
        template = "home/blocks/heading.html"


class PictureBlock(blocks.StructBlock):
    """A picture, described in words or marked as decoration."""

    image = ImageBlock(
        label=_("picture"),
        help_text=_("Describe what the picture tells, or mark it as decorative."),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "home/blocks/picture.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("what was said"))
    speaker = blocks.CharBlock(label=_("who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "home/blocks/quote.html"


class ActionBlock(blocks.StructBlock):
    """One thing to do next, as a button."""

    title = blocks.CharBlock(label=_("what it is about"), required=False, max_length=120)
    text = blocks.TextBlock(label=_("one sentence about it"), required=False)
    label = blocks.CharBlock(
        label=_("text of the button"),
        max_length=60,
        help_text=_("Begin with a verb, for example: Send an idea."),
    )
    page = blocks.PageChooserBlock(label=_("page"), required=False)
    url = blocks.URLBlock(label=_("or an address outside this site"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            reason = ValidationError(_("Choose a page or write an address, one of the two."))
            raise StructBlockValidationError({"page": reason})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        page = value.get("page")
        context["href"] = (page.localized.url if page else "") or value.get("url") or ""
        return context

    class Meta:
        icon = "pick"
        label = _("call to action")
        template = "home/blocks/action.html"


class AccordionItemBlock(blocks.StructBlock):
    """A question that opens to its answer."""

    title = blocks.CharBlock(label=_("question or heading"), max_length=160)
    text = blocks.RichTextBlock(label=_("text"), features=TEXT_FEATURES)

    class Meta:
        icon = "help"
        label = _("question")
        label_format = "{title}"


class AccordionBlock(blocks.StructBlock):
    """Questions and answers, closed until they are wanted."""

    items = blocks.ListBlock(AccordionItemBlock(), label=_("questions"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("questions and answers")
        template = "home/blocks/accordion.html"


class BodyBlock(blocks.StreamBlock):
    """The text of a page."""

    heading = HeadingBlock()
    paragraph = blocks.RichTextBlock(
        label=_("text"), features=[*TEXT_FEATURES, "hr"], template="home/blocks/paragraph.html"
    )
    picture = PictureBlock()
    quote = QuoteBlock()
    action = ActionBlock()
    contact = ContactBlock()
    accordion = AccordionBlock()
