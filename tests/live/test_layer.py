"""The bus: quick with Redis, harmless when it is down."""

import asyncio
import logging
import time

import pytest
from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer

from participation.live import layer, stats

DOWN = "redis://127.0.0.1:1/0"


def redis_layer(address: str) -> dict:
    return {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [address]},
        }
    }


@pytest.fixture(autouse=True)
def _fresh():
    layer.reset()
    yield
    layer.reset()


async def test_a_broadcast_from_a_thread_reaches_the_group(bus):
    """Also guards the names that the quick way borrows from channels_redis."""
    channel_layer = get_channel_layer()
    channel = await channel_layer.new_channel()
    await channel_layer.group_add("live.s.room.a", channel)
    message = {"type": "live.changes", "s": "room.a", "v": 7}
    assert await sync_to_async(layer.broadcast)("live.s.room.a", message)
    assert await asyncio.wait_for(channel_layer.receive(channel), 3) == message
    if bus == "redis":
        assert layer._sync_client(channel_layer, "live.s.room.a") is not None
    await channel_layer.flush()


def test_a_broadcast_without_a_running_loop_goes_out_too(bus):
    assert layer.broadcast("live.s.room.a", {"type": "live.changes"})


def test_a_layer_that_is_down_fails_no_writer_and_is_logged_once(settings, caplog):
    settings.CHANNEL_LAYERS = redis_layer(DOWN)
    before = stats.snapshot()["layer_errors"]
    with caplog.at_level(logging.ERROR):
        for _ in range(50):
            assert layer.broadcast("live.s.room.a", {"type": "live.changes"}) is False
    assert stats.snapshot()["layer_errors"] == before + 50
    assert len(caplog.records) == 1


def test_an_outage_costs_writers_next_to_nothing(settings, monkeypatch):
    """Even when the server swallows packets and each try costs its whole time."""
    settings.RAATI_LIVE_LAYER_SECONDS = 0.3
    settings.CHANNEL_LAYERS = redis_layer("redis://192.0.2.1:6379/0")
    began = time.monotonic()
    for _ in range(200):
        layer.broadcast("live.s.room.a", {"type": "live.changes"})
    assert time.monotonic() - began < 1


def test_after_an_outage_the_layer_is_tried_again(settings, bus):
    working = settings.CHANNEL_LAYERS
    settings.RAATI_LIVE_LAYER_PAUSE_SECONDS = 0.1
    settings.CHANNEL_LAYERS = redis_layer(DOWN)
    assert not layer.broadcast("live.s.room.a", {"type": "live.changes"})
    settings.CHANNEL_LAYERS = working
    time.sleep(0.15)
    assert layer.broadcast("live.s.room.a", {"type": "live.changes"})


def test_the_health_check_tells_when_the_layer_is_down(settings, bus):
    layer.check()
    settings.CHANNEL_LAYERS = redis_layer(DOWN)
    with pytest.raises(Exception, match=r"refused|connect"):
        layer.check()


def test_the_health_page_asks_for_the_channel_layer():
    from participation.core import health

    assert health._checks["channel layer"] is layer.check


def test_a_site_without_a_layer_still_writes(settings):
    settings.CHANNEL_LAYERS = {}
    assert layer.broadcast("live.s.room.a", {"type": "live.changes"}) is False


async def test_readers_are_told_that_updates_are_delayed_and_still_get_them(
    reader, rooms, settings, quick_looks
):
    from tests.live.reader import run, texts

    settings.CHANNEL_LAYERS = redis_layer(DOWN)
    stream = await run(rooms.make_room)("a")
    one = await reader()
    assert (await one.subscribe(stream))["t"] == "subscribed"
    assert (await one.until("state"))["live"] is False
    await run(rooms.write)(stream, "Hei")
    assert texts([await one.until("changes", 3)])
    late = await reader()
    assert await late.frame() == {"t": "state", "live": False}
    layer.reset()
