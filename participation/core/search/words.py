"""Words as search compares them: the same function for what is indexed and what is asked.

A word becomes a few stems in its language; two words are one when they share a stem. Stems
are folded (no capitals, no dots or rings), so that both databases compare alike and "aanekoski"
finds "Äänekoski".
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer
from django.conf import settings

from .finnish import finnish_stems
from .swedish import swedish_stems

MOST_LETTERS = 200
MOST_WORDS = 10
LONGEST = 40
#: A beginning of a word finds the rest of it from so many letters on; the last word earlier.
BEGINNING, LAST_BEGINNING = 4, 2

_WORD = re.compile(r"[^\W_]+")
_SNOWBALL = {
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "nb": "norwegian",
    "nn": "norwegian",
    "no": "norwegian",
    "ru": "russian",
    "sv": "swedish",
}
_OWN = {"fi": finnish_stems, "sv": swedish_stems}
#: Words that say nothing about what is looked for; left out where other words remain.
_EMPTY_WORDS = "ja tai on ei se the a an and or of to in is for och eller en ett att det som på i"
_EMPTY = frozenset(_EMPTY_WORDS.split())


def split(text: str) -> list[str]:
    """The words of a text in lower case, in its own letters."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    # Case folding may leave letters apart again ("İ").
    return _WORD.findall(unicodedata.normalize("NFC", normal))


def fold(word: str) -> str:
    """The word without dots, rings and accents."""
    parts = unicodedata.normalize("NFKD", word)
    return "".join(c for c in parts if not unicodedata.combining(c))


@lru_cache(maxsize=16)
def _stemmer(language: str) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(language)


@lru_cache(maxsize=50_000)
def stems(word: str, language: str) -> tuple[str, ...]:
    """The stems of one word (as `split` gives it) in a language; at least one."""
    word = word[:LONGEST]
    code = language.split("-")[0]
    snowball = _SNOWBALL.get(code)
    # The word itself as well: beginnings are compared with it, and it weighs when it fits.
    found = {word, _stemmer(snowball).stemWord(word) if snowball else word}
    own = _OWN.get(code)
    if own:
        found |= own(word)
    folded = {fold(each) for each in found}
    return tuple(sorted(each for each in folded if each.isalnum()))


def indexed(text: str, language: str) -> str:
    """What the index keeps of a text."""
    return " ".join(stem for word in split(text) for stem in stems(word, language))


def site_languages() -> list[str]:
    """The languages in which the site's content may be."""
    codes = getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", settings.LANGUAGES)
    return [code for code, _name in codes]


@dataclass(frozen=True)
class Word:
    """One word that is looked for: any of its stems, or a word that begins so ("" for none)."""

    text: str
    stems: frozenset[str]
    beginning: str = ""

    def is_in(self, others: Iterable[str]) -> bool:
        """Whether a word with these stems is meant."""
        mine = self.stems
        return any(
            each in mine or (self.beginning and each.startswith(self.beginning)) for each in others
        )


@dataclass(frozen=True)
class Query:
    """What somebody typed, cleaned; false when no word is left of it."""

    text: str
    words: tuple[Word, ...]
    #: Whether one of the words is enough.
    is_any: bool = False

    def __bool__(self) -> bool:
        return bool(self.words)


def read_query(text: str, languages: Iterable[str] | None = None, *, is_any: bool = False) -> Query:
    """Understand what was typed, in all languages of the site; never fails."""
    clean = "".join(c if c.isprintable() else " " for c in text[:MOST_LETTERS])
    clean = unicodedata.normalize("NFC", " ".join(clean.split()))
    typed = split(clean)[:MOST_WORDS]
    telling = [each for each in typed if each not in _EMPTY] or typed
    codes = list(languages or site_languages())
    last = typed[-1] if typed and not text[:MOST_LETTERS].endswith((" ", ".", "!", "?")) else ""
    return Query(clean, tuple(_word(each, codes, last) for each in telling), is_any)


def _word(word: str, languages: list[str], last: str) -> Word:
    found = frozenset(stem for code in languages for stem in stems(word, code))
    folded = fold(word)[:LONGEST]
    least = LAST_BEGINNING if word == last else BEGINNING
    begins = len(folded) >= least and folded.isalnum()
    return Word(word, found or frozenset({folded}), folded if begins else "")
