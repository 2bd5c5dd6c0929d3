"""While Redis is away every page answers, and none of them waits for it twice (O1)."""

import pytest
from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import TimeoutError as NoAnswer

from config.caching import RedisOrMemory

from .kinds import Town


@pytest.fixture
def asked(settings, monkeypatch) -> list[str]:
    """A Redis that swallows every question; what it was asked, each a second's wait."""
    settings.CACHES = {
        "default": {"BACKEND": "config.caching.RedisOrMemory", "LOCATION": "redis://127.0.0.1:9/0"}
    }
    questions: list[str] = []

    def swallow(name: str):
        def method(self, *args, **kwargs):
            questions.append(name)
            raise NoAnswer("Timeout reading from socket")

        return method

    for name in ("add", "get", "set", "touch", "delete", "get_many", "set_many", "delete_many",
                 "has_key", "incr", "clear"):  # fmt: skip
        monkeypatch.setattr(RedisCache, name, swallow(name))
    monkeypatch.setattr("config.caching.PATIENCE", 600)
    RedisOrMemory.down_until = 0.0
    yield questions
    caches["default"].memory.clear()
    RedisOrMemory.down_until = 0.0


def test_every_kind_of_page_answers_and_redis_is_waited_for_once(client, asked, tree, noon):
    town = Town(tree)
    town.fill(3)
    for signed_in in (False, True):
        if signed_in:
            client.force_login(town.reader.user)
        for kind, path in town.places().items():
            answer = client.get(path)
            expected = (404,) if kind == "not here" else (200, 204, 302)
            assert answer.status_code in expected, kind
    assert "3" in client.get(town.board).content.decode()
    assert len(asked) == 1


def test_without_the_patience_every_page_would_wait(client, asked, tree, noon, monkeypatch):
    """So the test above would notice."""
    monkeypatch.setattr("config.caching.PATIENCE", 0)
    RedisOrMemory.down_until = 0.0
    client.get("/fi/tietoa/")
    assert len(asked) > 3
