"""Any bytes in: an error frame or a close, nothing changed, everybody else undisturbed."""

import asyncio
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.live import frames
from participation.live.models import Change, Stream
from tests.live.reader import Closed, run, texts

MALFORMED = {
    "not json": "hei",
    "empty": "",
    "deep": "[" * 8000,
    "deep objects": '{"a":' * 1500,
    "NaN": '{"t":"subscribe","n":NaN,"token":"x"}',
    "Infinity": '{"t":"subscribe","n":Infinity,"token":"x"}',
    "too large a float": '{"t":"subscribe","n":1e999,"token":"x"}',
    "float": '{"t":"subscribe","n":1.5,"token":"x"}',
    "many digits": '{"t":"subscribe","n":' + "9" * 5000 + ',"token":"x"}',
    "doubled name": '{"t":"unsubscribe","s":"a","s":"b"}',
    "list": "[]",
    "number": "5",
    "null": "null",
    "missing field": '{"t":"subscribe","n":1}',
    "extra field": '{"t":"unsubscribe","s":"a.b","user_id":1}',
    "own id": '{"t":"subscribe","n":1,"token":"x","id":5}',
    "wrong type": '{"t":"subscribe","n":"1","token":"x"}',
    "boolean number": '{"t":"subscribe","n":true,"token":"x"}',
    "negative": '{"t":"subscribe","n":-1,"token":"x"}',
    "show not a list": '{"t":"subscribe","n":1,"token":"x","show":"a"}',
    "show not ids": '{"t":"subscribe","n":1,"token":"x","show":["<b>"]}',
    "show nested": '{"t":"subscribe","n":1,"token":"x","show":[["a"]]}',
    "show too long": json.dumps({"t": "subscribe", "n": 1, "token": "x", "show": ["a"] * 51}),
    "long name": json.dumps({"t": "writing", "s": "x" * 300}),
    "not ascii": json.dumps({"t": "writing", "s": "ä"}),
    "surrogate": '{"t":"writing","s":"\\ud800"}',
    "zero byte": '{"t":"writing","s":"\\u0000"}\x00',
}
UNKNOWN = [
    "vote", "post", "react", "read", "edit", "chat.force_disconnect", "websocket.close",
    "live.kick", "websocket_disconnect", "__class__", "disconnect", "", None, 5, ["subscribe"],
]  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED.values(), ids=MALFORMED.keys())
async def test_a_malformed_frame_gets_an_error_and_the_socket_lives(reader, rooms, no_looks, text):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.say(text)
    assert await one.frame() == {"t": "error", "code": "malformed"}
    assert (await one.subscribe(stream))["t"] == "subscribed"


async def test_every_other_kind_of_frame_is_an_error_and_changes_nothing(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    one, other = await reader(), await reader()
    await one.subscribe(stream)
    await other.subscribe(stream)
    for kind in UNKNOWN:
        await one.say({"t": kind, "s": stream, "text": "hei", "type": "live.kick"})
        assert await one.frame() == {"t": "error", "code": "unknown"}
    assert await other.waiting() == []
    assert not await run(Change.objects.exists)()
    assert not await run(Stream.objects.exists)()


async def test_binary_closes_the_socket(reader, rooms, no_looks):
    one = await reader()
    await one.wire.send_input({"type": "websocket.receive", "bytes": b"\x00\xff"})
    assert await one.closed() == 1003


@pytest.mark.parametrize("text", ["x" * 8193, "ä" * 5000, "[" * 200_000])
async def test_a_giant_frame_closes_the_socket(reader, rooms, no_looks, text):
    one = await reader()
    await one.say(text)
    assert await one.closed() == 1009


async def test_a_frame_after_the_close_does_nothing(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.say("x" * 9000)
    assert await one.closed() == 1009
    await one.say({"t": "writing", "s": stream})
    assert await one.waiting(0.1) == []


async def test_who_sends_only_rubbish_is_shown_the_door(reader, rooms, no_looks):
    one = await reader()
    for _ in range(20):
        await one.say("rubbish")
    assert await one.closed() == 1008


async def test_a_flood_is_told_once_and_thrown_away_while_others_read_on(
    reader, rooms, settings, no_looks
):
    settings.RAATI_LIVE_HINT_SECONDS = 0.1
    stream = await run(rooms.make_room)("a")
    floods, reads = await reader(), await reader()
    await floods.subscribe(stream)
    await reads.subscribe(stream)
    for _ in range(180):
        await floods.say({"t": "writing", "s": stream})
    frames_ = await floods.waiting(0.3)
    assert [f for f in frames_ if f["t"] == "error"] == [{"t": "error", "code": "slow_down"}]
    began = asyncio.get_running_loop().time()
    await run(rooms.write)(stream, "Hei")
    await reads.until("changes", 1)
    assert asyncio.get_running_loop().time() - began < 1
    await floods.until("changes", 1)
    with pytest.raises(Closed) as closed:
        for _ in range(200):
            await floods.say({"t": "writing", "s": stream})
        while True:
            await floods.frame()
    assert closed.value.code == 4429
    await run(rooms.write)(stream, "Hei taas")
    assert len(texts(await reads.waiting())) == 1


@given(st.text(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["t", "s", "n", "token", "show", "x"]), inner, max_size=5),
    max_leaves=12,
).map(json.dumps))  # fmt: skip
def test_reading_a_frame_never_fails_in_another_way(text):
    try:
        command = frames.parse(text)
    except frames.FrameError:
        return
    assert isinstance(command, frames.Subscribe | frames.Unsubscribe | frames.Writing)
