"""Text from outside: what is cleaned quietly, what is refused, and how it is shown."""

import re
import unicodedata

import nh3
from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt

# Characters that change the reading direction can make a text say what it does not.
_DIRECTION = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F])
_INVISIBLE = re.compile(r"[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\u3164\uffa0]")
_MARKS = re.compile(r"(?:[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f]){5,}")


def clean_text(value: str) -> str:
    """NFC, one kind of line end, no direction or control characters, no blanks around.

    ValidationError for text that cannot be stored or read: lone surrogates, NUL,
    a pile of combining marks.
    """
    if "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value):
        raise ValidationError(_("The text has characters that cannot be saved."), code="characters")
    value = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    value = value.translate(_DIRECTION)
    value = "".join(c for c in value if c in "\n\t" or unicodedata.category(c) != "Cc")
    if _MARKS.search(value):
        raise ValidationError(_("The text has too many accents on one letter."), code="marks")
    return value.strip()


def has_content(value: str) -> bool:
    """Whether anything visible is left of the text."""
    return bool(_INVISIBLE.sub("", value).strip())


class PlainTextField(forms.CharField):
    """A CharField whose text is cleaned and must be visible; one line unless `lines`."""

    def __init__(self, *, lines: bool = False, **kwargs: object) -> None:
        self.lines = lines
        if lines:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 7}))
        super().__init__(**kwargs)  # type: ignore[arg-type]

    def to_python(self, value: object) -> str:
        # Before CharField looks at it: a lone surrogate must not reach a log or a database.
        text = clean_text("" if value is None else str(value))
        if not self.lines:
            text = " ".join(text.split())
        return super().to_python(text if has_content(text) else "")  # type: ignore[return-value]


_markdown = MarkdownIt(
    "zero", {"html": False, "linkify": True, "typographer": False, "maxNesting": 20}
).enable(["emphasis", "link", "list", "linkify", "newline", "escape", "blockquote", "backticks"])
_TAGS = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code"}


def render_markdown(text: str) -> SafeString:
    """Residents' text as HTML: paragraphs, emphasis, lists, quotes, links; nothing else.

    Raw HTML, images and headings stay text. Links are http, https or mailto, and
    tell search engines that we did not choose them.
    """
    html = nh3.clean(
        _markdown.render(text),
        tags=_TAGS,
        attributes={"a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="nofollow ugc noopener noreferrer",
    )
    return mark_safe(html)  # noqa: S308 - cleaned by nh3 in the line above


def plain(text: str, length: int = 200) -> str:
    """The beginning of a text without marks of formatting, for cards and descriptions."""
    bare = re.sub(r"^[^\S\n]*(?:[-*+]|\d+[.)])[^\S\n]+", "", text, flags=re.MULTILINE)
    words = re.sub(r"[*_`>#\[\]]|\(https?://[^)]*\)", "", bare)
    # Not split(): "60 000 euroa" holds on to its unbreakable spaces.
    line = re.sub(r"[^\S\u00a0\u202f]+", " ", words).strip()
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(",.;:–-") + "…"
