"""A browser tab, as far as the server can tell: one socket and what came through it."""

import asyncio
import json
from typing import Any

from asgiref.sync import sync_to_async
from channels.testing import WebsocketCommunicator

from participation.live import tokens
from participation.live.routing import websocket_application

HOST = "kuparila.example"


class Closed(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Reader:
    def __init__(self, session: str = "", language: str = "fi", **headers: str | None) -> None:
        given = {"host": HOST, "origin": f"http://{HOST}", **headers}
        if session:
            given["cookie"] = f"sessionid={session}"
        raw = [(k.encode(), v.encode("latin-1")) for k, v in given.items() if v is not None]
        self.wire = WebsocketCommunicator(
            websocket_application(), f"/ws/live/?lang={language}", headers=raw
        )
        self.accepted = False
        self.n = 0
        self.passed_over: list[dict[str, Any]] = []

    async def open(self) -> bool:
        self.accepted, _protocol = await self.wire.connect(timeout=5)
        return self.accepted

    async def close(self) -> None:
        if self.accepted and not self.wire.future.done():
            await self.wire.disconnect(timeout=5)
        elif not self.wire.future.done():
            self.wire.future.cancel()

    async def say(self, frame: Any) -> None:
        text = frame if isinstance(frame, str) else json.dumps(frame)
        await self.wire.send_input({"type": "websocket.receive", "text": text})

    async def subscribe(self, stream: str, person: Any = None, show: Any = (), token: str = ""):
        """Subscribe as the page would; the answering frame."""
        self.n += 1
        token = token or tokens.make(stream, person)
        await self.say({"t": "subscribe", "n": self.n, "token": token, "show": list(show)})
        while True:
            frame = await self.frame()
            if frame.get("n") == self.n or frame["t"] == "error":
                return frame
            self.passed_over.append(frame)

    async def frame(self, timeout: float = 5) -> dict[str, Any]:
        message = await self.wire.receive_output(timeout)
        if message["type"] == "websocket.close":
            raise Closed(message.get("code", 1000))
        return json.loads(message["text"])

    async def until(self, kind: str, timeout: float = 5) -> dict[str, Any]:
        """The next frame of a kind; others are passed over."""
        while self.passed_over:
            frame = self.passed_over.pop(0)
            if frame["t"] == kind:
                return frame
        async with asyncio.timeout(timeout):
            while True:
                frame = await self.frame(timeout)
                if frame["t"] == kind:
                    return frame

    async def closed(self, timeout: float = 5) -> int:
        """The close code; frames before it are passed over."""
        try:
            async with asyncio.timeout(timeout):
                while True:
                    await self.frame(timeout)
        except Closed as closed:
            return closed.code

    async def waiting(self, seconds: float = 0.3) -> list[dict[str, Any]]:
        """Whatever comes within `seconds`."""
        await asyncio.sleep(seconds)
        found = []
        while not self.wire.output_queue.empty():
            message = self.wire.output_queue.get_nowait()
            found.append(
                json.loads(message["text"]) if "text" in message else {"t": message["type"]}
            )
        return found


def texts(frames: list[dict[str, Any]]) -> list[str]:
    """The HTML of every change in the frames, in order of arrival."""
    return [c.get("html", "") for f in frames if f["t"] == "changes" for c in f["c"]]


def run(function):
    """Call a synchronous test helper from an async test, in a thread."""
    return sync_to_async(function, thread_sensitive=True)
