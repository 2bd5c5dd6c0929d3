"""The hub: one per event loop, between the channel layer and this process's sockets.

It takes one channel of the layer for the whole process, joins a stream's group
with the first socket that reads it, and looks at the database every second or
two for what the layer lost. It begins with the first socket and ends with the
last. docs/decisions tells why it is not one channel per socket.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from . import conf, frames, stats
from .bus import Bus
from .lookout import keep_looking
from .registry import StreamKind
from .sessions import digest
from .sockets import Socket
from .watch import Watch

logger = logging.getLogger(__name__)
Result = TypeVar("Result")

#: Close codes of our own; the others are those of the protocol.
SESSION_ENDED, NOTHING_READ, TOO_MUCH = 4401, 4408, 4429

_hubs: "WeakKeyDictionary[asyncio.AbstractEventLoop, Hub]" = WeakKeyDictionary()


def live_sockets() -> dict[str, int]:
    """How many sockets and streams this process serves now."""
    hubs = list(_hubs.values())
    return {
        "sockets": sum(len(hub.sockets) for hub in hubs),
        "streams": sum(len(hub.watches) for hub in hubs),
    }


def _in_thread(question: Callable[..., Result], *args: Any) -> Result:
    """Give the connection back after each question: the threads outlive any request."""
    close_old_connections()
    try:
        return question(*args)
    finally:
        close_old_connections()


class Hub:
    def __init__(self) -> None:
        self.sockets: set[Socket] = set()
        self.watches: dict[str, Watch] = {}
        self._per_session: Counter[str] = Counter()
        self._per_address: Counter[str] = Counter()
        self._threads = ThreadPoolExecutor(conf.get("THREADS"), thread_name_prefix="raati-live")
        self._tasks: set[asyncio.Task[Any]] = set()
        self.bus = Bus(self)
        self.spawn(self.bus.listen())
        self.spawn(self.bus.keep())
        self.spawn(keep_looking(self))

    @classmethod
    def current(cls) -> "Hub":
        """The running loop's hub, begun now if there is none."""
        loop = asyncio.get_running_loop()
        if loop not in _hubs:
            _hubs[loop] = cls()
        return _hubs[loop]

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run `work` beside; what it raises is logged and ends nothing else."""
        task = self.loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)
        return task

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            logger.error("A task of the live hub failed.", exc_info=task.exception())

    async def ask(self, question: Callable[..., Result], *args: Any) -> Result | None:
        """Ask the database in a thread of the hub's own; None (counted, logged) when it fails."""
        in_thread = sync_to_async(_in_thread, thread_sensitive=False, executor=self._threads)
        try:
            return await in_thread(question, *args)
        except Exception:
            stats.count("database_errors")
            logger.exception("The live hub could not read the database.")
            return None

    # Sockets

    def has_room_for(self, session_key: str, address: str) -> bool:
        """Whether one more socket of this session and this address is within the limits."""
        of_session, of_address = conf.get("SOCKETS_PER_SESSION"), conf.get("SOCKETS_PER_ADDRESS")
        if session_key and of_session and self._per_session[session_key] >= of_session:
            return False
        return not (address and of_address and self._per_address[address] >= of_address)

    def add(self, socket: Socket) -> None:
        self.sockets.add(socket)
        self._per_session[socket.visitor.session_key] += 1
        self._per_address[socket.visitor.address] += 1
        if not self.bus.live:
            socket.put(frames.state(False))

    def forget(self, socket: Socket) -> None:
        """Deliver nothing more to it; its connection may still be closing."""
        if socket not in self.sockets:
            return
        self.sockets.discard(socket)
        for counter, key in (
            (self._per_session, socket.visitor.session_key),
            (self._per_address, socket.visitor.address),
        ):
            counter[key] -= 1
            if counter[key] <= 0:
                del counter[key]
        for watch in list(socket.watches.values()):
            watch.drop(socket)
            self.tidy(watch)

    def kick(self, socket: Socket, code: int) -> None:
        """Close a socket that has lost its session."""
        stats.count("kicked")
        self.forget(socket)
        socket.close(code)

    async def leave(self, socket: Socket) -> None:
        """Forget a socket for good; the last one ends the hub."""
        self.forget(socket)
        await socket.finish()
        if not self.sockets and _hubs.get(self.loop) is self:
            del _hubs[self.loop]
            await self._end()

    async def _end(self) -> None:
        groups = [watch.group for watch in self.watches.values()]
        for watch in self.watches.values():
            watch.end()
        await self.bus.end(groups)
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=2)
        self._threads.shutdown(wait=False)

    # Streams

    def watch(self, stream: str, kind: StreamKind) -> Watch:
        if stream not in self.watches:
            self.watches[stream] = Watch(self, stream, kind)
        return self.watches[stream]

    def tidy(self, watch: Watch) -> None:
        """Stop listening to a stream that nobody reads any more."""
        if watch.is_empty and self.watches.get(watch.name) is watch:
            del self.watches[watch.name]
            watch.end()
            self.spawn(self.bus.part(watch.group))

    # What the layer says

    def hear(self, message: dict[str, Any]) -> None:
        """Take a message of the layer; it only wakes, it is never passed on."""
        kind = message.get("type")
        if kind == "live.kick":
            self._hear_kick(message)
            return
        watch = self.watches.get(message.get("s", ""))
        if watch is None:
            return
        if kind == "live.changes":
            watch.heard_version(message["v"])
        elif kind == "live.dirty":
            watch.heard_dirty(message["e"])
        elif kind == "live.rights":
            self.spawn(watch.recheck_everybody())
        elif kind == "live.writing":
            watch.writers.heard(message["w"])

    def _hear_kick(self, message: dict[str, Any]) -> None:
        session, user = message.get("session"), message.get("user")
        for socket in list(self.sockets):
            key = socket.visitor.session_key
            if (session and key and session == digest(key)) or (
                user and str(socket.visitor.user_id) == user
            ):
                self.kick(socket, SESSION_ENDED)

    def tell_state(self, live: bool) -> None:
        frame = frames.state(live)
        for socket in self.sockets:
            socket.put(frame)
