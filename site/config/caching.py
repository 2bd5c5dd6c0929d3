"""A cache that outlives its server."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis.exceptions import ConnectionError as NoConnection
from redis.exceptions import TimeoutError as NoAnswer

logger = logging.getLogger(__name__)
# Ask again after this long; every question in vain costs the socket's time limit.
PATIENCE = 5.0


class OneClient(RedisCacheClient):
    """Django's makes a client for every question, which costs more than the question."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._clients: dict[bool, Any] = {}

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        if write not in self._clients:
            self._clients[write] = super().get_client(key, write=write)
        return self._clients[write]


def _either(name: str) -> Callable[..., Any]:
    def method(self: "RedisOrMemory", *args: Any, **kwargs: Any) -> Any:
        if time.monotonic() >= RedisOrMemory.down_until:
            try:
                return getattr(RedisCache, name)(self, *args, **kwargs)
            except (NoConnection, NoAnswer):
                RedisOrMemory.down_until = time.monotonic() + PATIENCE
                logger.warning("Redis does not answer: counting in this process's memory.")
        return getattr(self.memory, name)(*args, **kwargs)

    method.__name__ = name
    return method


class RedisOrMemory(RedisCache):
    """Redis, and this process's own memory while Redis does not answer.

    Signing in counts attempts in the cache: without the memory it would fail
    during an outage of Redis, and with no counting at all it would stand open.
    Meanwhile each process counts for itself, so limits are that much wider.
    """

    # One for the process: Django makes a cache object for every thread.
    down_until = 0.0

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = OneClient
        rest = {key: value for key, value in params.items() if key != "OPTIONS"}
        self.memory = LocMemCache("raati-without-redis", rest)

    add = _either("add")
    get = _either("get")
    set = _either("set")
    touch = _either("touch")
    delete = _either("delete")
    get_many = _either("get_many")
    set_many = _either("set_many")
    delete_many = _either("delete_many")
    has_key = _either("has_key")
    incr = _either("incr")
    clear = _either("clear")
