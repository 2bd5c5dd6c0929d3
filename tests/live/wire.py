"""Real sockets, from the outside: a small client over the websockets package."""

import asyncio
import json
from contextlib import suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed


class Tab:
    """A reader of one room that keeps its version and asks for what is missing, as a page does."""

    def __init__(self, base: str, room: str, token: str, cookie: str = "") -> None:
        self.base, self.room, self.token, self.cookie = base, room, token, cookie
        self.frames: list[dict[str, Any]] = []
        self.wire: ClientConnection | None = None
        self.close_code: int | None = None

    async def open(self, show: tuple[str, ...] = (), base: str = "") -> "Tab":
        base = base or self.base
        headers = {"Cookie": f"sessionid={self.cookie}"} if self.cookie else {}
        self.wire = await connect(
            base.replace("http", "ws") + "/ws/live/?lang=fi",
            origin=base,
            additional_headers=headers,
            max_size=None,
            open_timeout=30,
        )
        await self.wire.send(
            json.dumps({"t": "subscribe", "n": 1, "token": self.token, "show": show})
        )
        while not self.frames or self.frames[-1].get("n") != 1:
            self.frames.append(json.loads(await self.wire.recv()))
        self.reading = asyncio.create_task(self._read())
        return self

    async def _read(self) -> None:
        assert self.wire is not None
        with suppress(ConnectionClosed):
            async for text in self.wire:
                self.frames.append(json.loads(text))
        self.close_code = self.wire.close_code

    async def close(self) -> None:
        if self.wire is not None:
            await self.wire.close()
        self.reading.cancel()

    @property
    def texts(self) -> list[str]:
        found = [c.get("html", "") for f in self.frames if f["t"] == "changes" for c in f["c"]]
        return [html.partition(">")[2].removesuffix("</li>") for html in found]

    async def until(self, test: Any, seconds: float = 10) -> None:
        async with asyncio.timeout(seconds):
            while not test(self):
                await asyncio.sleep(0.01)
