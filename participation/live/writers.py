"""How many are writing in a stream right now: a number, no names, nothing stored."""

import asyncio
from typing import TYPE_CHECKING

from . import conf, frames

if TYPE_CHECKING:
    from .watch import Watch

#: A client that goes on writing says so again before this time is over.
SECONDS = 6.0
MOST = 1000


class Writers:
    def __init__(self, watch: "Watch") -> None:
        self._watch = watch
        self._seen: dict[str, float] = {}
        self._told = 0
        self._timer: asyncio.TimerHandle | None = None

    def heard(self, alias: str) -> None:
        """Somebody, known by their socket's random alias, is writing."""
        if not self._watch.kind.takes_writing:
            return
        if alias in self._seen or len(self._seen) < MOST:
            self._seen[alias] = self._watch.hub.loop.time()
            self._count_in(conf.get("HINT_SECONDS"))

    def _count_in(self, seconds: float) -> None:
        if self._timer is None:
            self._timer = self._watch.hub.loop.call_later(seconds, self._tell)

    def _tell(self) -> None:
        self._timer = None
        limit = self._watch.hub.loop.time() - SECONDS
        self._seen = {alias: at for alias, at in self._seen.items() if at > limit}
        if len(self._seen) != self._told:
            self._told = len(self._seen)
            frame = frames.dump(t="writing", s=self._watch.name, n=self._told)
            for socket, subscription in self._watch.subscriptions.items():
                if subscription.checked >= self._watch.rights:
                    socket.put(frame)
        if self._seen:
            self._count_in(1.0)

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
