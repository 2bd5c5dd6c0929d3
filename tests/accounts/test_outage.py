"""While Redis is away people still sign in, and guessers are still counted."""

import time

import pytest
from django.core.cache import cache, caches

from config.caching import RedisOrMemory

from .conftest import is_signed_in, sign_in
from .test_limits import guess, is_limited


@pytest.fixture
def without_redis(settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "config.caching.RedisOrMemory",
            "LOCATION": "redis://127.0.0.1:9/0",
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }
    RedisOrMemory.down_until = 0.0
    caches["default"].clear()
    yield
    caches["default"].memory.clear()
    RedisOrMemory.down_until = 0.0


@pytest.mark.usefixtures("without_redis")
def test_people_sign_in(client, resident):
    sign_in(client, resident.email)
    assert is_signed_in(client)


@pytest.mark.usefixtures("without_redis")
def test_guessing_is_limited(client, resident):
    guess(client, resident.email, 5)
    assert is_limited(guess(client, resident.email, 1))


@pytest.mark.usefixtures("without_redis")
def test_everything_a_cache_does_is_done(db):
    cache.set("a", 1)
    assert cache.incr("a") == 2
    assert not cache.add("a", 3)
    assert cache.get_many(["a", "b"]) == {"a": 2}
    assert cache.touch("a")
    assert "a" in cache
    cache.delete("a")
    cache.set_many({"b": 1})
    cache.delete_many(["b"])
    assert cache.get("b", "nothing") == "nothing"


@pytest.mark.usefixtures("without_redis")
def test_the_dead_server_is_not_asked_each_time(monkeypatch):
    asked = []
    monkeypatch.setattr("config.caching.PATIENCE", 60)
    original = RedisOrMemory.__mro__[1].get
    monkeypatch.setattr(
        "django.core.cache.backends.redis.RedisCache.get",
        lambda self, *args, **kwargs: asked.append(1) or original(self, *args, **kwargs),
    )
    RedisOrMemory.down_until = 0.0
    for _each in range(20):
        cache.get("a")
    assert len(asked) == 1
    assert RedisOrMemory.down_until > time.monotonic() + 30
