"""Words that stand in visible content, and the nearest ones to a mistyped word.

A table of words, made anew by the clock command from what everybody may read then. Between two
rounds it may hold a word that has been hidden meanwhile; whoever shows a suggestion asks first
whether it finds anything now (suggestions.py).
"""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import TypeVar

from django.db.models import Count

from .. import clock, conf
from ..models import Heartbeat, SearchTrigram, SearchWord
from .kinds import kinds
from .words import LONGEST, fold, split, stems

Item = TypeVar("Item")

HEARTBEAT = "search words"
SHORTEST = 4
CANDIDATES = 60
#: The table stays a table of words, whatever is written.
MOST_WORDS = 200_000
BATCH = 1_000


def learn_words() -> int:
    """Make the table anew if it is time; how many words came or went."""
    now = clock.now()
    last = Heartbeat.objects.filter(name=HEARTBEAT).values_list("at", flat=True).first()
    if last and now - last < timedelta(minutes=conf.get("SEARCH_WORDS_MINUTES")):
        return 0
    changed = relearn()
    Heartbeat.objects.update_or_create(name=HEARTBEAT, defaults={"at": now})
    return changed


def relearn() -> int:
    """Compare the table with what everybody may read now."""
    wanted = _counted(pair for kind in kinds() for pair in kind.texts())
    rows = SearchWord.objects.values_list("text", "language", "pk", "uses")
    known = {(text, language): (pk, uses) for text, language, pk, uses in rows.iterator()}
    gone = [pk for word, (pk, _uses) in known.items() if word not in wanted]
    for keys in _parts(gone):
        SearchWord.objects.filter(pk__in=keys).delete()
    new = [word for word in wanted if word not in known]
    for words in _parts(new):
        _add(words, wanted)
    other = [
        SearchWord(pk=pk, uses=wanted[word])
        for word, (pk, uses) in known.items()
        if word in wanted and wanted[word] != uses
    ]
    SearchWord.objects.bulk_update(other, ["uses"], batch_size=BATCH)
    return len(gone) + len(new)


def _counted(texts: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    found: Counter[tuple[str, str]] = Counter()
    for language, text in texts:
        words = {each for each in split(text) if SHORTEST <= len(each) <= LONGEST}
        found.update((each, language) for each in words if each.isalpha())
    return dict(found.most_common(MOST_WORDS))


def _parts(items: list[Item]) -> Iterable[list[Item]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


def _add(words: list[tuple[str, str]], uses: dict[tuple[str, str], int]) -> None:
    rows = [
        SearchWord(text=text, folded=fold(text)[:LONGEST], language=language, uses=uses[each])
        for each in words
        for text, language in [each]
    ]
    SearchWord.objects.bulk_create(rows, ignore_conflicts=True)
    made = SearchWord.objects.filter(text__in=[row.text for row in rows], trigrams=None)
    SearchTrigram.objects.bulk_create(
        [SearchTrigram(word=row, letters=each) for row in made for each in trigrams(row.folded)],
        batch_size=BATCH,
    )


def trigrams(word: str) -> set[str]:
    """Three letters each, the ends of the word included."""
    padded = f" {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def knows(word: str) -> bool:
    """Whether the very word stands somewhere."""
    return SearchWord.objects.filter(folded=fold(word)[:LONGEST]).exists()


def nearest(word: str, most: int = 3) -> list[str]:
    """Known words that somebody may have meant by `word`, the likeliest first.

    An inflected word is also compared by its stem: "kirjasdossa" is near "kirjasto".
    """
    typed = fold(word)[:LONGEST]
    allowed = allowed_mistakes(typed)
    if not allowed:
        return []
    shared = SearchTrigram.objects.filter(letters__in=trigrams(typed)).values("word")
    best = shared.annotate(shared=Count("pk")).order_by("-shared")[:CANDIDATES]
    rows = SearchWord.objects.in_bulk([each["word"] for each in best])
    near: dict[str, tuple[float, int]] = {}
    for row in rows.values():
        far = _distance_to(row, word, typed)
        if far <= allowed and row.folded != typed:
            near[row.text] = min(near.get(row.text, (9.0, 0)), (far, -row.uses))
    return sorted(near, key=lambda text: near[text])[:most]


def allowed_mistakes(word: str) -> int:
    """How many letters may differ."""
    if len(word) < SHORTEST:
        return 0
    return 1 if len(word) <= 5 else 2 if len(word) <= 9 else 3


def _distance_to(row: SearchWord, word: str, typed: str) -> float:
    whole = float(distance(typed, row.folded))
    others = stems(row.text, row.language)
    by_stem = min(
        (distance(a, b) for a in stems(word, row.language) for b in others if len(b) > 4),
        default=9,
    )
    # A stem alone says less.
    return min(whole, by_stem + 0.5)


def distance(a: str, b: str, most: int = 4) -> int:
    """How many letters to add, drop, change or swap with their neighbour; at most `most`."""
    if abs(len(a) - len(b)) >= most:
        return most
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, before = before, row
        row = [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if previous and i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most)
