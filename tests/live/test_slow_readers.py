"""A reader who does not keep up is told to catch up; one who takes nothing is cut off."""

import asyncio

from participation.live import stats
from participation.live.frames import BEHIND
from participation.live.sockets import Socket, Visitor


async def test_a_full_queue_is_emptied_and_the_reader_told_to_catch_up(settings):
    settings.RAATI_LIVE_QUEUE = 4
    gate, got = asyncio.Event(), []

    async def send(message):
        await gate.wait()
        got.append(message["text"])

    before = stats.snapshot()
    socket = Socket(send, Visitor("fi"))
    for number in range(12):
        socket.put(str(number))
        await asyncio.sleep(0)
    gate.set()
    await asyncio.sleep(0.05)
    await socket.finish()
    assert BEHIND in got
    assert got[-1] == "11" or got[-1] == BEHIND
    numbers = [int(text) for text in got if text != BEHIND]
    assert numbers == sorted(numbers)
    after = stats.snapshot()
    assert after["behind"] > before["behind"]
    assert after["dropped"] > before["dropped"]


async def test_a_reader_who_takes_nothing_is_cut_off_and_others_are_not(
    reader, rooms, settings, quick_looks
):
    from participation.live.hub import Hub
    from tests.live.reader import run

    settings.RAATI_LIVE_STUCK_SECONDS = 0.5
    stream = await run(rooms.make_room)("a")
    stuck, quick = await reader(), await reader()
    await stuck.subscribe(stream)
    await quick.subscribe(stream)
    hub = Hub.current()
    (slow,) = [s for s in hub.sockets if s.owner is not None and s is not _socket_of(quick, hub)]

    async def never(_message):
        await asyncio.sleep(600)

    slow._send = never
    await run(rooms.write)(stream, "eka")
    await asyncio.sleep(1.2)
    assert slow not in hub.sockets
    assert slow.cut
    await run(rooms.write)(stream, "toka")
    assert len([f for f in await quick.waiting() if f["t"] == "changes"]) == 2
    await asyncio.wait([stuck.wire.future], timeout=1)
    assert stuck.wire.future.done()
    stuck.accepted = False


def _socket_of(one, hub):
    """The hub's end of a reader: the one whose consumer runs in the reader's task."""
    return next(s for s in hub.sockets if s.owner is one.wire.future)


async def test_a_consumer_that_fails_leaves_nothing_behind(reader, rooms, no_looks, monkeypatch):
    import pytest

    from participation.live.hub import Hub
    from tests.live.reader import run

    stream = await run(rooms.make_room)("a")
    fails, lives = await reader(), await reader()
    await lives.subscribe(stream)
    await fails.subscribe(stream)
    hub = Hub.current()

    async def explode(*_args):
        raise ZeroDivisionError

    monkeypatch.setattr("participation.live.admission.subscribe", explode)
    await fails.say({"t": "subscribe", "n": 1, "token": "x"})
    with pytest.raises(ZeroDivisionError):
        await fails.wire.wait(2)
    fails.accepted = False
    assert len(hub.sockets) == 1
    assert len(hub.watches[stream].subscriptions) == 1
