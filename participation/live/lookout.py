"""The look at the database: what the layer lost, which sessions and rights have ended."""

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import conf, frames, sessions, stats
from .models import Stream
from .reading import Verdict, judge
from .registry import StreamKind
from .sockets import Socket, Subscription

if TYPE_CHECKING:
    from .hub import Hub
    from .watch import Watch


@dataclass
class Question:
    """What this process's sockets depend on, and for which of them it is asked."""

    sockets: list[Socket]
    streams: list[str]
    #: Shown elements by kind and stream.
    shown: dict[StreamKind, dict[str, set[str]]] = field(default_factory=dict)
    #: Streams whose readers are asked for again.
    due: dict[str, tuple[StreamKind, dict[Socket, Subscription]]] = field(default_factory=dict)


@dataclass
class Answer:
    """Versions and rights versions, live sessions, users' proofs, counts, readers."""

    streams: dict[str, tuple[int, int]]
    sessions: set[str]
    proofs: dict[Any, str]
    marks: dict[tuple[str, str], Any] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)


async def keep_looking(hub: "Hub") -> None:
    """Look again and again; a look that fails is made good by the next."""
    while True:
        await asyncio.sleep(conf.get("LOOK_SECONDS"))
        _look_at_sockets(hub)
        question = _question(hub)
        answer = await hub.ask(look, question)
        if answer is not None:
            _apply(hub, question, answer)


def look(question: Question) -> Answer:
    """One query for all streams, one for sessions, one for users, one per kind for counts."""
    visitors = [socket.visitor for socket in question.sockets]
    answer = Answer(
        streams=_streams(question.streams),
        sessions=sessions.alive({v.session_key for v in visitors if v.session_key}),
        proofs=sessions.proofs({v.user_id for v in visitors if v.user_id is not None}),
    )
    for kind, shown in question.shown.items():
        answer.marks.update(kind.marks(shown))
    for stream, (kind, subscriptions) in question.due.items():
        persons = {s.person for s in subscriptions.values() if s.person is not None}
        answer.verdicts[stream] = judge(kind, stream, persons)
    return answer


def _streams(names: Collection[str]) -> dict[str, tuple[int, int]]:
    if not names:
        return {}
    rows = Stream.objects.filter(name__in=names)
    return {
        name: (version, rights)
        for name, version, rights in rows.values_list("name", "version", "rights_version")
    }


def _look_at_sockets(hub: "Hub") -> None:
    from .hub import NOTHING_READ

    now = hub.loop.time()
    for socket in list(hub.sockets):
        if socket.is_stuck(now):
            stats.count("cut")
            hub.forget(socket)
            socket.end()
        elif socket.is_idle(now):
            hub.forget(socket)
            socket.close(NOTHING_READ)


def _question(hub: "Hub") -> Question:
    question = Question(list(hub.sockets), list(hub.watches))
    half_a_look = conf.get("LOOK_SECONDS") / 2
    for watch in hub.watches.values():
        if watch.showing:
            question.shown.setdefault(watch.kind, {})[watch.name] = set(watch.showing)
        if hub.loop.time() - watch.judged_at >= watch.kind.recheck_seconds - half_a_look:
            question.due[watch.name] = (watch.kind, dict(watch.subscriptions))
    return question


def _apply(hub: "Hub", question: Question, answer: Answer) -> None:
    from .hub import SESSION_ENDED

    for socket in question.sockets:
        if socket in hub.sockets and _has_ended(socket, answer):
            hub.kick(socket, SESSION_ENDED)
    for name in question.streams:
        watch = hub.watches.get(name)
        if watch is not None:
            _apply_to_watch(watch, question, answer)
            hub.tidy(watch)


def _has_ended(socket: Socket, answer: Answer) -> bool:
    visitor = socket.visitor
    if visitor.session_key and visitor.session_key not in answer.sessions:
        return True
    return visitor.user_id is not None and answer.proofs.get(visitor.user_id) != visitor.proof


def _apply_to_watch(watch: "Watch", question: Question, answer: Answer) -> None:
    version, rights = answer.streams.get(watch.name, (0, 0))
    if watch.name in answer.verdicts:
        _kind, asked = question.due[watch.name]
        # Who subscribed (again) meanwhile was checked later than this.
        same = [s for s, sub in asked.items() if watch.subscriptions.get(s) is sub]
        watch.apply(answer.verdicts[watch.name], same)
    watch.heard_rights(rights)
    if watch.delivered is not None and watch.heard_version(version):
        stats.count("late")
    for element in list(watch.showing):
        key = (watch.name, element)
        if key in answer.marks:
            watch.looked_at(element, answer.marks[key])
    _renew(watch)


def _renew(watch: "Watch") -> None:
    """Tokens have run out: the page fetches a new one over HTTP and subscribes again."""
    now = time.time()
    for socket, subscription in list(watch.subscriptions.items()):
        if subscription.expires <= now:
            watch.drop(socket, frames.dump(t="renew", s=watch.name))
