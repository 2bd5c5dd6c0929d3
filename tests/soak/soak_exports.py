"""Fifty exports and fifty deep searches beside the votes on a board of ten thousand ideas (O16)."""

import threading
from collections import Counter
from collections.abc import Iterator
from itertools import chain, count, cycle, islice

import pytest

from tests.deploy.proxied import Proxied, SmallTown
from tests.deploy.voting import counters_are_rows, ideas_of, kept, voting

EXPORTS = SEARCHES = 50
#: At a time; the others wait their turn, as in browsers.
AT_ONCE = 8
SECONDS = 1.0
WORDS = ("penkki", "valot", "koira", "tie", "laituri", "latu", "lasten", "puisto", "kirjasto")


@pytest.fixture
def town(tmp_path_factory, django_db_setup) -> Iterator[Proxied]:
    large = SmallTown(tmp_path_factory.mktemp("large-town"), "exports")
    try:
        large.prepare("--large")
        proxied = Proxied(large)
        proxied.start()
        yield proxied
    finally:
        large.stop()


def test_votes_are_quick_beside_exports_and_deep_searches(town, figures):
    # Each asks for something else, so that nothing is answered from the micro-cache.
    exports = (f"/api/v1/ideas/?format=csv&limit=1000&since={2001 + n}-01-01" for n in count())
    searches = (f"/fi/haku/?q={word}+{n}&page={n % 20}" for n, word in enumerate(cycle(WORDS)))
    both = zip(islice(exports, EXPORTS), islice(searches, SEARCHES), strict=True)
    waiting = chain.from_iterable(both)
    told: Counter[int] = Counter()
    lock = threading.Lock()

    def ask_for_much() -> None:
        visitor = town.visitor()
        while True:
            with lock:
                path = next(waiting, None)
            if path is None:
                return
            status = visitor.ask(path).status
            with lock:
                told[status] += 1

    with voting(town, ideas_of(town), pause=1) as votes:
        askers = [threading.Thread(target=ask_for_much) for _ in range(AT_ONCE)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join()
    p95 = votes.p95(0, float("inf"))
    figures.note("O16", "votes' p95 beside 50 exports and 50 searches, seconds", f"{p95:.2f}", "1")
    assert set(told) <= {200, 429}
    assert told[200] >= EXPORTS
    assert set(votes.statuses()) == {200}
    assert votes.confirmed <= kept(town)
    assert counters_are_rows(town)
    assert p95 < SECONDS
