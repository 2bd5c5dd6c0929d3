"""How long a message takes to many sockets, beside a bare loop in the same run.

Each message carries a number; every socket notes when it saw it. `spread` counts
from the commit (or from the beginning of the bare loop), `seen` from before the
request that writes the message.
"""

import asyncio
import json
import time
import urllib.request
from dataclasses import dataclass, field

from websockets.asyncio.client import connect

RAMP = 50


@dataclass
class Result:
    sockets: int
    sent: int = 0
    spread: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)

    @property
    def lost(self) -> int:
        return self.sockets * self.sent - len(self.spread)

    def p(self, percent: int, of: str = "spread") -> float:
        """A percentile in milliseconds."""
        values = sorted(getattr(self, of))
        return 1000 * values[min(len(values) - 1, len(values) * percent // 100)]

    def __str__(self) -> str:
        return (
            f"{self.sockets} sockets, {self.sent} messages, lost {self.lost}; "
            f"spread p50 {self.p(50):.1f} p95 {self.p(95):.1f} ms; "
            f"written to seen p50 {self.p(50, 'seen'):.1f} p95 {self.p(95, 'seen'):.1f} ms"
        )


class Crowd:
    """Many sockets at one server, each noting when it saw which message."""

    def __init__(self, url: str, token: str = "") -> None:
        self.url, self.token = url, token
        self.arrivals: dict[str, dict[int, float]] = {}
        self.readers: list[asyncio.Task] = []

    async def gather(self, count: int) -> None:
        for start in range(0, count, RAMP):
            ready = [asyncio.get_running_loop().create_future() for _ in range(RAMP)]
            numbers = range(start, min(count, start + RAMP))
            for number, signal in zip(numbers, ready, strict=False):
                self.readers.append(asyncio.create_task(self._read(number, signal)))
            await asyncio.wait_for(asyncio.gather(*ready[: len(numbers)]), 60)

    async def _read(self, number: int, ready: asyncio.Future) -> None:
        address = self.url.replace("http", "ws") + "/ws/live/?lang=fi"
        async with connect(address, origin=self.url, max_size=None, open_timeout=60) as wire:
            await wire.send(json.dumps({"t": "subscribe", "n": 1, "token": self.token}))
            async for text in wire:
                now = time.time()
                if '"subscribed"' in text:
                    ready.set_result(None)
                elif (mark := text.find("viesti-")) > 0:
                    name = text[mark : text.index("<", mark)]
                    self.arrivals.setdefault(name, {}).setdefault(number, now)

    async def leave(self) -> None:
        for reader in self.readers:
            reader.cancel()
        await asyncio.gather(*self.readers, return_exceptions=True)


async def measure(
    crowd: Crowd, publish: str, count: int, messages: int = 20, pause: float = 0.15
) -> Result:
    """Send `messages` one after the other to `count` sockets; the first two warm up."""
    await crowd.gather(count)
    result = Result(count)
    for number in range(messages + 2):
        name = f"viesti-{number}"
        began = time.time()
        answer = json.loads(await asyncio.to_thread(_get, f"{publish}?text={name}"))
        deadline = time.monotonic() + 10
        while len(crowd.arrivals.get(name, {})) < count and time.monotonic() < deadline:
            await asyncio.sleep(0.005)
        if number >= 2:
            arrived = list(crowd.arrivals.get(name, {}).values())
            result.sent += 1
            result.spread += [at - answer["committed"] for at in arrived]
            result.seen += [at - began for at in arrived]
        await asyncio.sleep(pause)
    await crowd.leave()
    return result


def _get(url: str) -> bytes:
    with urllib.request.urlopen(url, timeout=30) as answer:
        return answer.read()


def ratio(hub: list[Result], bare: list[Result]) -> float:
    """The p95 of the hub over that of the bare loop, each in its quietest round."""
    return min(r.p(95) for r in hub) / min(r.p(95) for r in bare)
