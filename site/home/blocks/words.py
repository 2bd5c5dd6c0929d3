"""Headings, quotations, calls to action, questions and answers."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from participation.core.blocks import TEXT_FEATURES


class HeadingBlock(blocks.StructBlock):
    """A heading inside the text; the page's title is the only first-rank one."""

    text = blocks.CharBlock(label=_("heading"), max_length=120)
    level = blocks.ChoiceBlock(
        label=_("rank"), choices=[("h2", _("heading")), ("h3", _("sub-heading"))], default="h2"
    )

    class Meta:
        icon = "title"
        label = _("heading")
        description = _("Divides the text; readers of screens jump from one to the next.")
        template = "home/blocks/heading.html"
        preview_value = {"text": _("What happens next"), "level": "h2"}


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with who said them."""

    text = blocks.TextBlock(label=_("what was said"))
    speaker = blocks.CharBlock(label=_("who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("quotation")
        description = _("Somebody's own words, large. Ask before you quote.")
        template = "home/blocks/quote.html"
        preview_value = {
            "text": _("I asked for three benches. They brought four."),
            "speaker": _("A walker on the shore path"),
        }


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
        description = _("One thing to do next, as a button. One on a page is enough.")
        template = "home/blocks/action.html"
        preview_value = {
            "title": _("Tell us what you think"),
            "text": _("It takes two minutes, and we answer everyone."),
            "label": _("Send an idea"),
            "page": None,
            "url": "https://example.org/",
        }


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
        description = _("Questions that open to their answers. What all must read stays outside.")
        template = "home/blocks/accordion.html"

    def get_preview_value(self) -> Any:
        answer = f"<p>{gettext('Yes. You are asked to sign in only when you send something.')}</p>"
        item = {"title": gettext("Can I read without signing in?"), "text": answer}
        return self.normalize({"items": [item]})
