"""PostgreSQL goes away and comes back while people support ideas (O2): production's processes."""

import pytest

from .voting import counters_are_rows, kept, outages

pytestmark = [pytest.mark.postgres, pytest.mark.nginx]
#: Seconds within which the site answers again.
HEALED = 15


def test_what_was_confirmed_is_there_after_outages_of_the_database(town):
    votes, healed = outages(town, times=3, seconds=1)
    statuses = votes.statuses()
    assert set(statuses) <= {200, 503}, statuses
    # Whoever pressed meanwhile was told, or waited till it was back.
    slowest = max(seconds for _at, _status, seconds in votes.pressed)
    assert 503 in statuses or slowest > 0.5, slowest
    assert votes.gone == 0
    assert max(healed) <= HEALED
    assert votes.confirmed - kept(town) == set()
    assert votes.confirmed
    assert counters_are_rows(town)
