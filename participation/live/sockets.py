"""One open socket as its hub sees it: a bounded queue and a task that empties it."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from . import conf, stats
from .frames import BEHIND

Send = Callable[[dict[str, Any]], Awaitable[None]]


@dataclass
class Visitor:
    """Who opened the socket, as the handshake's cookie said."""

    language: str
    address: str = ""
    session_key: str = ""
    user_id: Any = None
    #: Changes with the user's password.
    proof: str = ""
    #: Primary key and public id, read from the database when first needed.
    person: tuple[int, str] | None = None


class Socket:
    """Frames go in by `put`, never blocking; a writer task hands them to the server."""

    def __init__(self, send: Send, visitor: Visitor) -> None:
        self.visitor = visitor
        self.language = visitor.language
        #: Tells this writer from others in "is writing", and nothing else.
        self.alias = secrets.token_hex(4)
        self.watches: dict[str, Any] = {}
        self.closing = False
        #: Set when the hub ended the consumer's task itself.
        self.cut = False
        self.opened_at = asyncio.get_running_loop().time()
        self.owner = asyncio.current_task()
        self._send = send
        self._queue: asyncio.Queue[str | int] = asyncio.Queue(conf.get("QUEUE"))
        self._busy_since: float | None = None
        self._writer = asyncio.create_task(self._write())

    def put(self, frame: str) -> bool:
        """Queue a frame; a full queue is emptied and the client told to catch up."""
        if self.closing:
            return False
        try:
            self._queue.put_nowait(frame)
        except asyncio.QueueFull:
            stats.count("dropped", self._empty() + 1)
            stats.count("behind")
            self._queue.put_nowait(BEHIND)
            return False
        return True

    def close(self, code: int) -> None:
        """Close, and send nothing of what still waits."""
        if self.closing:
            return
        self.closing = True
        if self._busy_since is not None:
            # The close frame would queue up behind what the reader does not take.
            self.end()
            return
        self._empty()
        self._queue.put_nowait(code)

    def end(self) -> None:
        """Give the socket up without a word: its reader takes nothing."""
        self.closing = self.cut = True
        self._writer.cancel()
        if self.owner is not None:
            self.owner.cancel()

    def is_stuck(self, now: float) -> bool:
        return self._busy_since is not None and now - self._busy_since > conf.get("STUCK_SECONDS")

    def is_idle(self, now: float) -> bool:
        return not self.watches and now - self.opened_at > conf.get("IDLE_SECONDS")

    async def finish(self) -> None:
        """Stop the writer; the socket is gone."""
        self.closing = True
        self._writer.cancel()
        await asyncio.wait([self._writer], timeout=1)

    def _empty(self) -> int:
        thrown = 0
        while not self._queue.empty():
            self._queue.get_nowait()
            thrown += 1
        return thrown

    async def _write(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                frame = await self._queue.get()
                if isinstance(frame, int):
                    await self._send({"type": "websocket.close", "code": frame})
                    return
                self._busy_since = loop.time()
                await self._send({"type": "websocket.send", "text": frame})
                self._busy_since = None
        except (OSError, RuntimeError):
            # The client is gone; the server tells the consumer so.
            self.closing = True
        finally:
            self._busy_since = None


@dataclass(slots=True)
class Subscription:
    """One socket's reading of one stream."""

    person: int | None
    #: The rights version at which the right to read was last asked.
    checked: int
    expires: int
    show: frozenset[str] = field(default_factory=frozenset)
