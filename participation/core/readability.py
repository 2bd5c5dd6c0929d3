"""How heavy a text is to read: sentence length, word length, LIX. Pure; it only ever advises.

LIX (C. H. Björnsson, 1968) is words per sentence plus the share of words longer than six
letters, in per cent. Finnish words are longer than Swedish or English ones, so its bounds
lie higher; where exactly is our own choice.
"""

import re
from dataclasses import dataclass

LONG_WORD = 6
LONG_SENTENCE = 20
SHOWN = 3
#: Below the first it is easy to read, below the second ordinary, above it heavy.
BOUNDS = {"fi": (45, 60), "sv": (30, 45), "en": (30, 45)}

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[-'’](?=[^\W_]))*")
#: A full stop ends a sentence only before a capital or a quotation: "1. tammikuuta" goes on.
_END = re.compile(r"\n+|(?<=[.!?…])[\"”»)]?\s+(?=[\"”»(]?[A-ZÅÄÖ])")
_VAGUE = {
    *("tästä", "täältä", "tässä", "linkki", "lue lisää", "lisää", "klikkaa tästä", "klikkaa"),
    *("här", "länk", "läs mer", "mer", "klicka här", "klicka"),
    *("here", "link", "read more", "more", "click here", "click", "this", "this page"),
}
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Reading:
    """What was measured: counts, the two parts of LIX, and the longest sentences."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0
    longest: tuple[str, ...] = ()

    @property
    def words_a_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def lix(self) -> float:
        if not self.words:
            return 0.0
        return self.words_a_sentence + 100 * self.long_words / self.words

    def level(self, language: str) -> str:
        """ "easy", "ordinary" or "heavy" for readers of that language."""
        easy, ordinary = BOUNDS.get(language[:2], BOUNDS["en"])
        return "easy" if self.lix < easy else "ordinary" if self.lix < ordinary else "heavy"


def measure(text: str) -> Reading:
    """Count words and sentences of plain text; a line break ends a sentence."""
    counted = [(len(_WORD.findall(part)), part.strip()) for part in _END.split(text)]
    counted = [(words, part) for words, part in counted if words]
    long_words = sum(len(word) > LONG_WORD for word in _WORD.findall(text))
    heavy = sorted((pair for pair in counted if pair[0] > LONG_SENTENCE), reverse=True)
    return Reading(
        words=sum(words for words, _part in counted),
        sentences=len(counted),
        long_words=long_words,
        longest=tuple(part for _words, part in heavy[:SHOWN]),
    )


def vague_links(html: str) -> list[str]:
    """The texts of links that do not say where they lead: "here", "read more"."""
    texts = (" ".join(_TAG.sub(" ", text).split()) for text in _LINK.findall(html))
    return [text for text in texts if text.strip(" .:>→»").lower() in _VAGUE]
