"""The text of a page: which blocks there are, in groups as the chooser shows them."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from participation.core.blocks import TEXT_FEATURES, ContactBlock, page_blocks

from .data import AttachmentsBlock, ContactsBlock, FiguresBlock, TableBlock, TimelineBlock
from .pictures import GalleryBlock, PictureBlock, VideoBlock
from .teasers import OpenNowBlock
from .words import AccordionBlock, ActionBlock, HeadingBlock, QuoteBlock

WORDS, PICTURES = _("Words"), _("Pictures and video")
FACTS, TEASERS = _("Facts and people"), _("What is going on")


class ParagraphBlock(blocks.RichTextBlock):
    def get_preview_value(self) -> Any:
        return self.to_python(f"<p>{gettext('Short sentences, one thing in each.')}</p>")


class BodyBlock(blocks.StreamBlock):
    """The text of a page."""

    heading = HeadingBlock(group=WORDS)
    paragraph = ParagraphBlock(
        label=_("text"),
        description=_("Running text with lists and links."),
        features=[*TEXT_FEATURES, "hr"],
        template="home/blocks/paragraph.html",
        group=WORDS,
    )
    quote = QuoteBlock(group=WORDS)
    accordion = AccordionBlock(group=WORDS)
    action = ActionBlock(group=WORDS)
    picture = PictureBlock(group=PICTURES)
    gallery = GalleryBlock(group=PICTURES)
    video = VideoBlock(group=PICTURES)
    table = TableBlock(group=FACTS)
    figures = FiguresBlock(group=FACTS)
    timeline = TimelineBlock(group=FACTS)
    attachments = AttachmentsBlock(group=FACTS)
    contact = ContactBlock(group=FACTS)
    contacts = ContactsBlock(group=FACTS)
    open_now = OpenNowBlock(group=TEASERS)

    def __init__(self, local_blocks: Any = None, **kwargs: Any) -> None:
        offered = [*(local_blocks or ()), *page_blocks(group=TEASERS)]
        super().__init__(local_blocks=offered, **kwargs)
