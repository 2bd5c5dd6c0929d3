"""The bus between processes. It may lose messages and be down: no writer ever fails for it."""

import asyncio
import logging
import time
from functools import lru_cache
from threading import Lock
from typing import Any

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer

from . import conf, stats

logger = logging.getLogger(__name__)
_lock = Lock()
_silent_until = 0.0
_failing = False


def broadcast(group: str, message: dict[str, Any]) -> bool:
    """Send to a group from synchronous code; False when it could not be sent. Never raises.

    After a failure the layer is left alone for a moment, so that an outage
    costs writers next to nothing; the hubs find out from the database.
    """
    if time.monotonic() < _silent_until:
        stats.count("layer_errors")
        return False
    layer = get_channel_layer()
    if layer is None:
        return False
    try:
        client = _sync_client(layer, group)
        if client is None:
            async_to_sync(_send_within)(layer, group, message)
        else:
            client.publish(_redis_channel(layer, group), layer.serialize(message))
    except Exception as error:
        _failed(error)
        return False
    _worked()
    return True


async def send(group: str, message: dict[str, Any]) -> bool:
    """Send to a group from a socket process; False when it could not be sent."""
    try:
        await _send_within(get_channel_layer(), group, message)
    except Exception as error:
        _failed(error)
        return False
    _worked()
    return True


async def _send_within(layer: Any, group: str, message: dict[str, Any]) -> None:
    await asyncio.wait_for(layer.group_send(group, message), conf.get("LAYER_SECONDS"))


def _failed(error: Exception) -> None:
    """Count each failure, log the first of an outage."""
    global _silent_until, _failing
    stats.count("layer_errors")
    with _lock:
        _silent_until = time.monotonic() + conf.get("LAYER_PAUSE_SECONDS")
        first, _failing = not _failing, True
    if first:
        logger.error("The channel layer does not answer: %r. Live updates are delayed.", error)


def _worked() -> None:
    global _silent_until, _failing
    if _failing:
        with _lock:
            _silent_until, _failing = 0.0, False
        logger.warning("The channel layer answers again.")


def reset() -> None:
    """Forget connections and outages, for tests that change the layer."""
    global _silent_until, _failing
    _silent_until, _failing = 0.0, False
    _redis_for.cache_clear()


# A plain Redis publish costs a thirtieth of async_to_sync(layer.group_send).
# The names below are the layer's own; tests/live/test_layer.py guards them.


def _hosts(layer: Any) -> list[dict[str, Any]]:
    from channels_redis.utils import decode_hosts

    return decode_hosts(layer._kwargs.get("hosts") or (layer._args[0] if layer._args else None))


def _sync_client(layer: Any, group: str) -> Any:
    """A plain Redis client for the group's server, or None: go through the layer."""
    if type(layer).__module__ != "channels_redis.pubsub":
        return None
    from channels_redis.utils import _consistent_hash

    hosts = _hosts(layer)
    host = hosts[_consistent_hash(_redis_channel(layer, group), len(hosts))]
    if "address" not in host:
        return None
    return _redis_for(host["address"], conf.get("LAYER_SECONDS"))


@lru_cache(maxsize=16)
def _redis_for(address: str, seconds: float) -> Any:
    from redis import Redis
    from redis.backoff import NoBackoff
    from redis.retry import Retry

    return Redis.from_url(
        address,
        socket_timeout=seconds,
        socket_connect_timeout=seconds,
        retry=Retry(NoBackoff(), 0),
    )


def _redis_channel(layer: Any, group: str) -> str:
    return f"{layer._kwargs.get('prefix', 'asgi')}__group__{group}"


def check() -> None:
    """For /healthz/ready: raises when the layer does not take a message."""
    layer = get_channel_layer()
    if layer is None:
        raise RuntimeError("No channel layer is configured.")
    client = _sync_client(layer, "live.health")
    if client is None:
        async_to_sync(_send_within)(layer, "live.health", {"type": "live.health"})
    else:
        client.ping()
