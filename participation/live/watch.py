"""One stream as the sockets of this process watch it: what they have, what they are owed.

A message of the layer only wakes the watch. What is delivered is always read
from the database, in the order of its versions; so a message that was lost,
doubled or came out of order changes nothing but the moment.
"""

import asyncio
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from . import conf, frames, reading, stats
from .reading import Batch, Verdict
from .registry import StreamKind, group_of
from .sockets import Socket, Subscription
from .writers import Writers

if TYPE_CHECKING:
    from .hub import Hub

_NEVER = object()


class Watch:
    def __init__(self, hub: "Hub", name: str, kind: StreamKind) -> None:
        self.hub, self.name, self.kind = hub, name, kind
        self.group = group_of(name)
        self.subscriptions: dict[Socket, Subscription] = {}
        #: Which sockets show an unversioned element.
        self.showing: dict[str, dict[Socket, None]] = {}
        #: The version that every socket here has been told of; None before the first is known.
        self.delivered: int | None = None
        #: The highest rights version heard of.
        self.rights = 0
        #: Whether everybody could read when that was last asked; None: not known.
        self.public: bool | None = None
        self.judged_at = float("-inf")
        #: Sockets being admitted: the watch must not end meanwhile.
        self.pending = 0
        self.writers = Writers(self)
        self._woken = False
        self._dirty: set[str] = set()
        #: Sockets that have not been told an element's present state yet.
        self._newcomers: dict[str, set[Socket]] = {}
        #: What was last told of an element, by language, and its mark at the last look.
        self._told: dict[tuple[str, str], str] = {}
        self._marks: dict[str, Any] = {}
        self._next_hint = float("-inf")
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None

    # Who watches

    def begin(self, version: int) -> None:
        """Everybody who comes from now on is told of what is after `version`."""
        self.delivered = version
        self.wake()

    def add(self, socket: Socket, subscription: Subscription) -> None:
        self._unshow(socket)
        self.subscriptions[socket] = subscription
        socket.watches[self.name] = self
        for element in subscription.show:
            self.showing.setdefault(element, {})[socket] = None
            self._newcomers.setdefault(element, set()).add(socket)
        self.wake()

    def drop(self, socket: Socket, frame: str | None = None) -> None:
        self._unshow(socket)
        socket.watches.pop(self.name, None)
        if self.subscriptions.pop(socket, None) is not None and frame is not None:
            socket.put(frame)

    def _unshow(self, socket: Socket) -> None:
        known = self.subscriptions.get(socket)
        for element in known.show if known else ():
            sockets = self.showing[element]
            del sockets[socket]
            if not sockets:
                self._forget_element(element)

    def _forget_element(self, element: str) -> None:
        del self.showing[element]
        self._marks.pop(element, None)
        self._newcomers.pop(element, None)
        for key in [key for key in self._told if key[0] == element]:
            del self._told[key]

    @property
    def is_empty(self) -> bool:
        return not self.subscriptions and not self.pending

    # What happened

    def heard_version(self, version: int) -> bool:
        """Whether that version was news."""
        news = self.delivered is None or version > self.delivered
        if news:
            self._woken = True
            self.wake()
        return news

    def heard_dirty(self, elements: Collection[str]) -> None:
        self._dirty.update(element for element in elements if element in self.showing)
        self.wake()

    def looked_at(self, element: str, mark: Any) -> None:
        """The look saw an element's mark: a change whose hint was lost is told now."""
        if self._marks.get(element, _NEVER) != mark:
            self._marks[element] = mark
            self.heard_dirty([element])

    def heard_rights(self, rights: int) -> None:
        """Rights may have been taken away: ask now, not at the next delivery."""
        if rights > self.rights:
            self.rights = rights
            self.public = None
            self.hub.spawn(self.recheck(rights))

    def wake(self) -> None:
        if self.delivered is not None and (self._task is None or self._task.done()):
            self._task = self.hub.spawn(self._deliver_all())

    # Rights

    async def recheck_everybody(self) -> bool:
        """Somebody's right was taken away, whatever the number: ask for all."""
        return await self._ask_for(dict(self.subscriptions)) is not None

    async def recheck(self, rights: int) -> bool:
        """Ask for each socket that was last checked before `rights`; False when unanswered."""
        while True:
            old = {s: sub for s, sub in self.subscriptions.items() if sub.checked < rights}
            if not old:
                return True
            verdict = await self._ask_for(old)
            if verdict is None:
                return False
            rights = min(rights, verdict.rights)

    async def _ask_for(self, asked: dict[Socket, Subscription]) -> Verdict | None:
        persons = {sub.person for sub in asked.values() if sub.person is not None}
        verdict = await self.hub.ask(reading.judge, self.kind, self.name, persons)
        if verdict is not None:
            self.apply(verdict, [s for s, sub in asked.items() if self.subscriptions.get(s) is sub])
            self.hub.tidy(self)
        return verdict

    def apply(self, verdict: Verdict, asked: Collection[Socket]) -> None:
        """Keep those of the asked who may still read; the others get nothing more."""
        self.heard_rights(verdict.rights)
        self.public = verdict.public
        self.judged_at = self.hub.loop.time()
        for socket in asked:
            subscription = self.subscriptions[socket]
            if verdict.admits(subscription.person):
                subscription.checked = max(subscription.checked, verdict.rights)
            else:
                stats.count("gone")
                self.drop(socket, frames.dump(t="gone", s=self.name))

    # Delivering

    async def _deliver_all(self) -> None:
        while self.subscriptions:
            due, newcomers = self._due()
            if not (self._woken or due or newcomers):
                return
            self._woken = False
            languages = {socket.language for socket in self.subscriptions}
            batch = await self.hub.ask(
                reading.read,
                self.kind,
                self.name,
                self.delivered,
                due | set(newcomers),
                languages,
            )
            if batch is None or not await self.recheck(batch.rights):
                # The database does not answer: the next look wakes the watch again.
                self._dirty |= due
                for element, sockets in newcomers.items():
                    self._newcomers.setdefault(element, set()).update(sockets)
                self._marks.clear()
                return
            self._deliver_changes(batch)
            self._deliver_hints(batch, due, newcomers)

    def _due(self) -> tuple[set[str], dict[str, set[Socket]]]:
        """The elements to draw now; too early, a timer is set, so the last value always comes."""
        if not self._dirty and not self._newcomers:
            return set(), {}
        now = self.hub.loop.time()
        if now < self._next_hint:
            if self._timer is None:
                self._timer = self.hub.loop.call_at(self._next_hint, self._ring)
            return set(), {}
        self._next_hint = now + conf.get("HINT_SECONDS")
        due, self._dirty = self._dirty & set(self.showing), set()
        newcomers, self._newcomers = self._newcomers, {}
        return due, newcomers

    def _ring(self) -> None:
        self._timer = None
        self.wake()

    def _deliver_changes(self, batch: Batch) -> None:
        texts: dict[str, str] = {}
        if not batch.too_far and batch.version > (self.delivered or 0):
            texts = {
                language: frames.dump(
                    t="changes", s=self.name, since=batch.since, v=batch.version, c=changes
                )
                for language, changes in batch.changes.items()
            }
        if texts or batch.too_far:
            # Without a text: too far behind, or a language that came while we were drawing.
            told = sum(
                socket.put(texts.get(socket.language, frames.BEHIND))
                for socket in self.subscriptions
            )
            stats.count("delivered", told)
        self.delivered = batch.version

    def _deliver_hints(
        self, batch: Batch, due: set[str], newcomers: dict[str, set[Socket]]
    ) -> None:
        told = 0
        for language, pieces in batch.hints.items():
            for element, html in pieces.items():
                news = element in due and self._told.get((element, language)) != html
                shown = self.showing.get(element, {})
                fresh = newcomers.get(element, set())
                frame = frames.dump(t="hint", s=self.name, el=element, at=batch.stamp, html=html)
                for socket in shown:
                    if socket.language == language and (news or socket in fresh):
                        told += socket.put(frame)
                if shown:
                    self._told[(element, language)] = html
        if told:
            stats.count("delivered", told)

    def end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self.writers.end()
