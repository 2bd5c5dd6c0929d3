"""The database goes away again and again, Redis for five minutes, while people vote (O1, O2)."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.conftest import small_town, town
from tests.deploy.proxied import Proxied, SmallTown
from tests.deploy.test_outages import HEALED
from tests.deploy.voting import counters_are_rows, ideas_of, kept, outages, voting
from tests.production import free_port

__all__ = ["small_town", "town"]
OUTAGES, OUTAGE = 20, 5
#: Seconds between two presses of one person: nobody may press two hundred times an hour.
PAUSE = 1
#: Seconds without Redis, and the part of the writes that may fail meanwhile.
AWAY = int(os.environ.get("RAATI_SOAK_AWAY", "300"))
MAY_FAIL = 0.001


class OwnRedis:
    """A server that may be stopped without stopping anybody else's work."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        self.start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        self.process = subprocess.Popen(
            ["redis-server", "--port", str(self.port), "--save", "", "--dir", str(self.home)],
            stdout=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture
def redis(tmp_path) -> Iterator[OwnRedis]:
    redis = OwnRedis(tmp_path)
    yield redis
    redis.stop()


@pytest.fixture
def town_with_redis(tmp_path_factory, redis, django_db_setup) -> Iterator[Proxied]:
    small = SmallTown(tmp_path_factory.mktemp("redis-town"), "redis")
    small.environment["REDIS_URL"] = redis.url
    try:
        small.prepare()
        proxied = Proxied(small)
        proxied.start()
        yield proxied
    finally:
        small.stop()


def test_outages_of_the_database_lose_nothing_confirmed(town, figures):
    votes, healed = outages(town, OUTAGES, OUTAGE, PAUSE)
    missing = votes.confirmed - kept(town)
    told = dict(votes.statuses())
    figures.note("O2", f"presses over {OUTAGES} outages, by status", told, "200 and 503 only")
    figures.note("O2", "slowest healing, seconds", f"{max(healed):.1f}", str(HEALED))
    figures.note("F-postgres", "confirmed supports that are not there", len(missing), "0")
    assert missing == set()
    assert counters_are_rows(town)
    assert max(healed) <= HEALED
    assert set(told) == {200, 503}


def test_without_redis_people_go_on(town_with_redis, redis, figures):
    town = town_with_redis
    with voting(town, ideas_of(town), 2 * PAUSE) as votes:
        began = time.monotonic()
        time.sleep(min(AWAY, 20))
        redis.stop()
        left = time.monotonic()
        time.sleep(AWAY)
        back = time.monotonic()
        for path in ("/fi/accounts/login/", "/fi/ideat/"):
            assert town.visitor().ask(path).status == 200
        redis.start()
        time.sleep(5)
    away = [status for at, status, _seconds in votes.pressed if left <= at < back]
    failed = sum(status >= 500 for status in away) + votes.gone
    ratio = votes.p95(left, back) / (votes.p95(began, left) or 1)
    figures.note("F-redis", f"presses in {AWAY} s without Redis", len(away), "more than 100")
    figures.note("F-redis", "of them not answered", failed, f"{MAY_FAIL:.1%}")
    figures.note("O1", "their p95 against the one before", f"{ratio:.2f}", "1.5")
    assert len(away) > 100
    assert failed <= MAY_FAIL * len(away)
    assert votes.confirmed <= kept(town)
    assert counters_are_rows(town)
    assert ratio <= 1.5
