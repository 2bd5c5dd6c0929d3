"""Several processes, a Redis that stops, a server that is told to go."""

import asyncio
import signal
import time

import pytest

from participation.live import tokens
from participation.live.models import Stream
from tests.live.conftest import make_member, sign_in
from tests.live.reader import run
from tests.live.serving import Redis, Uvicorn
from tests.live.wire import Tab


@pytest.fixture
def redis():
    with Redis() as server:
        yield server


async def both(one: Uvicorn, other: Uvicorn) -> None:
    """Start two processes beside each other."""
    await asyncio.gather(asyncio.to_thread(one.start), asyncio.to_thread(other.start))


@pytest.mark.postgres
async def test_what_one_process_writes_is_seen_at_the_other(rooms, redis):
    stream = await run(rooms.make_room)("a")
    # The look comes too late to help: what arrives came over Redis.
    one, other = (Uvicorn(redis.url, LIVE_LOOK_SECONDS="60") for _ in range(2))
    with one, other:
        tab = await Tab(other.url, "a", tokens.make(stream)).open(("likes-a",))
        began = time.monotonic()
        await asyncio.to_thread(one.get, "/room/a/write/?text=hei")
        await tab.until(lambda t: t.texts == ["hei"], 5)
        await asyncio.to_thread(one.get, "/room/a/like/")
        await tab.until(lambda t: ">1<" in t.frames[-1].get("html", ""), 5)
        assert time.monotonic() - began < 5
        await tab.close()


async def test_without_a_common_layer_the_look_brings_it_in_two_seconds(rooms):
    stream = await run(rooms.make_room)("a")
    one = Uvicorn()
    with one:
        tab = await Tab(one.url, "a", tokens.make(stream)).open(("likes-a",))
        began = time.monotonic()
        # This process is another one: its in-memory layer reaches nobody.
        await run(rooms.write)(stream, "hei")
        await tab.until(lambda t: t.texts == ["hei"], 5)
        assert time.monotonic() - began < 2.5
        await run(rooms.like)(stream, 3)
        await tab.until(lambda t: ">3<" in t.frames[-1].get("html", ""), 5)
        await tab.close()


@pytest.mark.postgres
async def test_signing_out_ends_the_sockets_at_both_processes(rooms, redis):
    anna = await run(make_member)("anna@example.org")
    key = await run(sign_in)(anna.user)
    stream = await run(rooms.make_room)("a", public=False)
    await run(rooms.join)(stream, anna)
    one, other = (Uvicorn(redis.url, LIVE_LOOK_SECONDS="60") for _ in range(2))
    with one, other:
        token = tokens.make(stream, anna)
        tabs = [await Tab(each.url, "a", token, key).open() for each in (one, other)]
        began = time.monotonic()
        await asyncio.to_thread(_get_with_cookie, f"{one.url}/out/", key)
        for tab in tabs:
            await tab.until(lambda t: t.close_code == 4401, 2)
        assert time.monotonic() - began < 2
        await run(rooms.write)(stream, "myöhemmin")
        await asyncio.sleep(0.3)
        assert [tab.texts for tab in tabs] == [[], []]


def _get_with_cookie(url: str, key: str) -> None:
    import urllib.request

    urllib.request.urlopen(
        urllib.request.Request(url, headers={"Cookie": f"sessionid={key}"}), timeout=20
    )


@pytest.mark.postgres
async def test_a_redis_that_stops_and_comes_back_loses_nobody_anything(rooms, redis):
    stream = await run(rooms.make_room)("a")
    one, other = (Uvicorn(redis.url) for _ in range(2))
    with one, other:
        tabs = [
            await Tab(each.url, "a", tokens.make(stream)).open(("likes-a",))
            for each in (one, other)
        ]
        written, slowest = [], 0.0

        async def write(count: int) -> None:
            nonlocal slowest
            for _ in range(count):
                text = f"viesti-{len(written)}"
                written.append(text)
                began = time.monotonic()
                await asyncio.to_thread(one.get, f"/room/a/write/?text={text}")
                slowest = max(slowest, time.monotonic() - began)
                await asyncio.sleep(0.05)

        await write(10)
        redis.stop(signal.SIGKILL)
        await write(60)
        for tab in tabs:
            await tab.until(lambda t: any(f == {"t": "state", "live": False} for f in t.frames))
        redis.start()
        await write(10)
        for tab in tabs:
            await tab.until(lambda t: len(t.texts) >= len(written))
            await tab.until(lambda t: any(f == {"t": "state", "live": True} for f in t.frames))
        assert [tab.texts for tab in tabs] == [written, written]
        assert slowest < 1
        began = time.monotonic()
        await asyncio.to_thread(one.get, "/room/a/write/?text=taas")
        await tabs[1].until(lambda t: t.texts[-1] == "taas", 5)
        assert time.monotonic() - began < 1
        for tab in tabs:
            await tab.close()


async def test_a_server_told_to_go_goes_soon_and_says_so(rooms):
    """SIGTERM under a stream of messages: what was acknowledged is there, once, after it."""
    stream = await run(rooms.make_room)("a")
    one = Uvicorn()
    with one:
        tabs = [await Tab(one.url, "a", tokens.make(stream)).open() for _ in range(5)]
        stuck = await _reader_who_takes_nothing(one.port, tokens.make(stream))
        acknowledged = []

        async def write_on() -> None:
            number = 0
            while True:
                text = f"viesti-{number}-" + "x" * 2000
                number += 1
                try:
                    await asyncio.to_thread(one.get, f"/room/a/write/?text={text}")
                except OSError:
                    return
                acknowledged.append(text)
                await asyncio.sleep(0.02)

        writer = asyncio.create_task(write_on())
        await asyncio.sleep(2)
        seconds = await asyncio.to_thread(one.stop)
        await asyncio.wait_for(writer, 30)
        assert seconds < 20
        for tab in tabs:
            await tab.until(lambda t: t.close_code == 1012, 5)
        stuck.close()
    with Uvicorn(port=one.port) as again:
        body = await asyncio.to_thread(
            again.get, f"/live/changes/?stream={tokens.make(stream)}&since=0&lang=fi"
        )
        assert len(acknowledged) > 10
        for text in acknowledged:
            assert body.count(f">{text}<") == 1
        for tab in tabs:
            assert len(set(tab.texts)) == len(tab.texts)
            assert tab.texts == acknowledged[: len(tab.texts)]
    assert (await run(Stream.objects.get)(name=stream)).version >= len(acknowledged)


async def _reader_who_takes_nothing(port: int, token: str):
    """A socket that subscribes and then never reads again."""
    import json

    from websockets.client import ClientProtocol
    from websockets.uri import parse_uri

    reader, writer = await asyncio.open_connection("localhost", port, limit=1024)
    client = ClientProtocol(
        parse_uri(f"ws://localhost:{port}/ws/live/"), origin=f"http://localhost:{port}"
    )
    client.send_request(client.connect())
    writer.write(b"".join(client.data_to_send()))
    client.receive_data(await reader.read(1024))
    frame = json.dumps({"t": "subscribe", "n": 1, "token": token, "show": []})
    client.send_text(frame.encode())
    writer.write(b"".join(client.data_to_send()))
    await writer.drain()
    writer.transport.pause_reading()
    return writer


async def test_bytes_that_are_no_frames_close_one_socket_and_disturb_no_other(rooms):
    """Invalid UTF-8, a giant frame, a reserved close code: to a real server."""
    stream = await run(rooms.make_room)("a")
    one = Uvicorn()
    with one:
        tab = await Tab(one.url, "a", tokens.make(stream)).open()
        raw = {
            "invalid UTF-8": (b"\x81\x84\x00\x00\x00\x00\xff\xfe\xfd\xfc", {1007}),
            "giant": (
                b"\x81\xff" + (16 << 20).to_bytes(8, "big") + b"\0\0\0\0" + b"x" * 99,
                {1009},
            ),
            "reserved opcode": (b"\x83\x80\0\0\0\0", {1002}),
            "unmasked": (b"\x81\x02hi", {1002}),
            "close code 65535": (b"\x88\x82\0\0\0\0\xff\xff", {1002, 1006, None}),
            "continuation of nothing": (b"\x80\x80\0\0\0\0", {1002}),
        }
        for what, (data, codes) in raw.items():
            bad = await Tab(one.url, "a", tokens.make(stream)).open()
            bad.wire.transport.write(data)
            await asyncio.wait([bad.reading], timeout=5)
            assert bad.wire.close_code in codes, what
        await run(rooms.write)(stream, "kaikki hyvin")
        await tab.until(lambda t: t.texts == ["kaikki hyvin"])
        await tab.close()
        # uvicorn itself logs the invalid UTF-8 with a traceback.
        assert "Exception in ASGI application" not in one.log.read_text()
