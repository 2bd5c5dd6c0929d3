"""When nothing was found: what may have been meant. Only what finds something now is offered."""

from collections.abc import Callable, Iterator
from itertools import islice, product

from . import vocabulary
from .words import Query, read_query, split

#: So many other spellings are tried; each is a search.
TRIES = 6


def did_you_mean(query: Query, finds: Callable[[Query], bool]) -> Query | None:
    """Another spelling of the query that finds something, asked of `finds`."""
    tried = islice(_spellings(query), TRIES)
    return next((other for other in map(read_query, tried) if other and finds(other)), None)


def any_word(query: Query) -> Query | None:
    """The query for things that have at least one of several words."""
    if len(query.words) < 2:
        return None
    return Query(query.text, query.words, is_any=True)


def _spellings(query: Query) -> Iterator[str]:
    words = split(query.text)
    for at in range(len(words) - 1):
        # "leikki puisto" was meant to be one word.
        joined = words[at] + words[at + 1]
        if vocabulary.knows(joined):
            yield " ".join([*words[:at], joined, *words[at + 2 :]])
    choices = [[word] if vocabulary.knows(word) else _near(word) for word in words]
    for chosen in product(*choices):
        if list(chosen) != words:
            yield " ".join(chosen)


def _near(word: str) -> list[str]:
    return vocabulary.nearest(word) or [word]
