"""What an editor has written on a page, whatever its type: as HTML and as plain lines."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from django.db import models
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

_BREAK = re.compile(r"</(?:p|li|h\d|blockquote|td|th)>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


def html_of(page: Page) -> list[str]:
    """Every rich text of the page, its blocks' included."""
    found: list[str] = []
    for field in own_fields(page):
        value = getattr(page, field.name)
        if isinstance(field, RichTextField):
            found.append(value or "")
        elif isinstance(field, StreamField):
            found += rich_texts(value.stream_block, value)
    return found


def lines_of(page: Page) -> str:
    """Its running text without formatting, a line for each paragraph."""
    plain = [
        getattr(page, field.name) or ""
        for field in own_fields(page)
        if type(field) is models.TextField
    ]
    rich = [unescape(_TAG.sub("", _BREAK.sub("\n", html))) for html in html_of(page)]
    return "\n".join([*plain, *rich])


def own_fields(page: Page) -> list[Any]:
    """The fields that the page's type adds to Wagtail's."""
    return [field for field in page._meta.fields if field.model is not Page]


def rich_texts(block: blocks.Block, value: Any) -> list[str]:
    """The HTML of every rich text in a block's value, in order."""
    if isinstance(block, blocks.RichTextBlock):
        return [value.source] if value else []
    if isinstance(block, blocks.StreamBlock):
        return [html for child in value for html in rich_texts(child.block, child.value)]
    if isinstance(block, blocks.ListBlock):
        return [html for child in value for html in rich_texts(block.child_block, child)]
    # A picture's block has parts as well, but its value is the picture.
    if isinstance(block, blocks.StructBlock) and isinstance(value, Mapping):
        return [
            html
            for name, child in block.child_blocks.items()
            for html in rich_texts(child, value.get(name))
        ]
    return []
