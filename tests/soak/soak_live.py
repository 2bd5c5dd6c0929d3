"""Live updates at full size: a thousand sockets, and a thousand that come back."""

import asyncio
import random
import signal
import statistics
import time
import urllib.request

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

from participation.live import tokens
from tests.bench.fanout import Crowd, measure, ratio
from tests.bench.servers import Bare
from tests.live.conftest import rooms
from tests.live.reader import run
from tests.live.serving import Redis, Uvicorn

__all__ = ["rooms"]
SOCKETS = 1000


async def test_a_thousand_sockets_get_everything_in_twice_a_bare_loop(rooms, figures):
    stream = await run(rooms.make_room)("a")
    hub, bare = [], []
    with Redis() as redis, Uvicorn(redis.url) as server, Bare() as loop:
        for _ in range(3):
            bare.append(await measure(Crowd(loop.url), f"{loop.url}/", SOCKETS, pause=0.3))
            crowd = Crowd(server.url, tokens.make(stream))
            write = f"{server.url}/room/a/write/"
            hub.append(await measure(crowd, write, SOCKETS, pause=0.3))
    for name, results in (("bare", bare), ("hub", hub)):
        for each in results:
            print(name, each)
    lost = sum(each.lost for each in hub)
    seen = statistics.median(each.p(95, "seen") for each in hub)
    figures.note(
        "S-fan-out", "p95 to 1 000 sockets over a bare loop", f"{ratio(hub, bare):.2f}", "2"
    )
    figures.note("S-fan-out", "messages lost of 60 000", lost, "0")
    figures.note("S-fan-out", "written to seen, p95", f"{seen:.0f} ms", "70 ms")
    assert lost == 0
    assert ratio(hub, bare) <= 2


def pause(failures: int) -> float:
    """What static/raati_live/js/pause.js does, in seconds."""
    return min(20, 3 * 2 ** min(failures, 5)) * (0.2 + 1.6 * random.random())


async def test_a_thousand_sockets_come_back_after_a_kill_without_crowding_pages_out(rooms, figures):
    stream = await run(rooms.make_room)("a")
    token = tokens.make(stream)
    back: list[float] = []
    served: list[float] = []
    server = Uvicorn()
    with server:
        open_now = asyncio.Semaphore(0)
        dropped = asyncio.Event()

        async def one() -> None:
            failures, first = 0, True
            while True:
                try:
                    async with connect(
                        server.url.replace("http", "ws") + "/ws/live/",
                        origin=server.url,
                        open_timeout=30,
                    ) as wire:
                        await wire.send(f'{{"t":"subscribe","n":1,"token":"{token}"}}')
                        await wire.recv()
                        if first:
                            open_now.release()
                        elif dropped.is_set():
                            back.append(time.monotonic())
                        first, failures = False, 0
                        async for _text in wire:
                            pass
                except (OSError, WebSocketException, TimeoutError):
                    pass
                await asyncio.sleep(random.random() if first else pause(failures))
                failures += 1

        readers = [asyncio.create_task(one()) for _ in range(SOCKETS)]
        for _ in range(SOCKETS):
            await open_now.acquire()
        dropped.set()
        await asyncio.to_thread(server.stop, signal.SIGKILL)
        await asyncio.to_thread(server.start)
        began = time.monotonic()
        while len(back) < SOCKETS and time.monotonic() - began < 90:
            at = time.monotonic()
            await asyncio.to_thread(_get, f"{server.url}/room/a/")
            served.append(time.monotonic() - at)
            await asyncio.sleep(0.1)
        for reader in readers:
            reader.cancel()
        await asyncio.gather(*readers, return_exceptions=True)
    seconds = max(back) - began
    p95 = sorted(served)[len(served) * 95 // 100]
    print(f"{len(back)} back after {seconds:.1f} s; pages p95 {p95:.2f} s")
    figures.note("R18", "seconds till 1 000 sockets are back", f"{seconds:.0f}", "60")
    figures.note("R18", "pages meanwhile, p95", f"{p95:.2f} s", "2 s")
    assert len(back) == SOCKETS
    assert seconds <= 60
    assert p95 < 2


def _get(url: str) -> None:
    with urllib.request.urlopen(url, timeout=30) as answer:
        answer.read()
