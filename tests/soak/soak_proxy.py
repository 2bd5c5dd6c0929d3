"""Ten thousand requests of many people through the caching proxy: no mix-up (A15)."""

from tests.deploy.conftest import small_town, town
from tests.deploy.mixups import run

__all__ = ["small_town", "town"]
REQUESTS = 10_000


def test_ten_thousand_requests_through_the_cache_mix_up_nobody(town, figures):
    tally = run(town, REQUESTS)
    figures.note("A15", f"mix-ups in {tally.asked} requests", len(tally.faults), "0")
    figures.note("A15", "of them from the cache", tally.kept, "more than 0")
    assert tally.faults == []
    assert tally.kept > 0
