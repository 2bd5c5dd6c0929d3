"""Where the words were found: a piece of the text around them, with the words marked."""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .words import LONGEST, Query, split, stems

AROUND = 60
MOST = 220
#: A text is looked through so far.
LOOKED_AT = 20_000

_TOKEN = re.compile(r"[^\W_]+")


def marked(text: str, query: Query, language: str) -> SafeString:
    """The whole text, escaped, with the words of the query in <mark>."""
    return _marked(text, places(text, query, language))


def excerpt(text: str, query: Query, language: str) -> SafeString:
    """About two lines around the first place where a word stands; else the beginning."""
    text = " ".join(text[:LOOKED_AT].split())
    found = places(text, query, language)
    first = found[0][0] if found else 0
    start = 0 if first <= AROUND else text.rfind(" ", 0, first - AROUND) + 1
    end = len(text) if len(text) - start <= MOST else text.rfind(" ", start, start + MOST)
    if end <= start:
        end = start + MOST
    inside = [(a - start, b - start) for a, b in found if a >= start and b <= end]
    piece = _marked(text[start:end], inside)
    return mark_safe(f"{'…' if start else ''}{piece}{'…' if end < len(text) else ''}")  # noqa: S308 - escaped above


def places(text: str, query: Query, language: str) -> list[tuple[int, int]]:
    """Where in the text words of the query stand."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if len(word) <= LONGEST and _is_meant(word, query, language):
            found.append(match.span())
    return found


def _is_meant(word: str, query: Query, language: str) -> bool:
    forms = [stem for part in split(word) for stem in stems(part, language)]
    return any(each.is_in(forms) for each in query.words)


def _marked(text: str, spans: list[tuple[int, int]]) -> SafeString:
    pieces, at = [], 0
    for start, end in spans:
        pieces += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    return mark_safe("".join([*pieces, escape(text[at:])]))  # noqa: S308 - every piece is escaped
