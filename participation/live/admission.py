"""Subscribing: from a signed token to a socket that gets a stream, or the one refusal there is."""

from typing import TYPE_CHECKING

from . import conf, frames, layer, reading, stats, tokens
from .registry import kind_of
from .sockets import Socket, Subscription
from .watch import Watch

if TYPE_CHECKING:
    from .hub import Hub


class _UnansweredError(Exception):
    """The database did not say whether this one may read."""


async def subscribe(hub: "Hub", socket: Socket, command: frames.Subscribe) -> None:
    """Answer with `subscribed`, `refused`, `renew`, `later` or an error; the right is asked."""
    claim = tokens.read(command.token)
    kind = kind_of(claim.stream) if claim else None
    if claim is None or kind is None:
        _refuse(socket, command.n)
    elif claim.expired:
        socket.put(frames.dump(t="renew", n=command.n))
    elif not _has_room_for(socket, claim.stream):
        socket.put(frames.error("too_many"))
    else:
        watch = hub.watch(claim.stream, kind)
        # Being admitted takes a moment, in which the watch must not end.
        watch.pending += 1
        try:
            await _enter(hub, socket, watch, claim, command)
        finally:
            watch.pending -= 1
            hub.tidy(watch)


def _has_room_for(socket: Socket, stream: str) -> bool:
    return stream in socket.watches or len(socket.watches) < conf.get("STREAMS_PER_SOCKET")


async def _enter(
    hub: "Hub", socket: Socket, watch: Watch, claim: tokens.Claim, command: frames.Subscribe
) -> None:
    try:
        subscription = await _admit(hub, socket, watch, claim)
    except _UnansweredError:
        socket.put(frames.dump(t="later", n=command.n))
        return
    if socket not in hub.sockets:
        return
    if subscription is None:
        watch.drop(socket)
        _refuse(socket, command.n)
        return
    subscription.show = command.show
    socket.put(frames.subscribed(command.n, watch.name, watch.delivered or 0))
    watch.add(socket, subscription)


async def _admit(
    hub: "Hub", socket: Socket, watch: Watch, claim: tokens.Claim
) -> Subscription | None:
    person = None
    if claim.holder is not None:
        person = await _holder(hub, socket, claim)
        if person is None:
            return None
    fresh = hub.loop.time() - watch.judged_at < 2 * conf.get("LOOK_SECONDS")
    if watch.public and fresh and watch.delivered is not None:
        return Subscription(person, watch.rights, claim.expires)
    if watch.delivered is None:
        # Listen first, then ask where the stream stands: nothing falls between.
        await hub.bus.join(watch.group)
    persons = set() if person is None else {person}
    verdict = await hub.ask(reading.judge, watch.kind, watch.name, persons)
    if verdict is None:
        raise _UnansweredError
    watch.apply(verdict, ())
    if watch.delivered is None:
        watch.begin(verdict.version)
    if not verdict.admits(person):
        return None
    return Subscription(person, verdict.rights, claim.expires)


async def _holder(hub: "Hub", socket: Socket, claim: tokens.Claim) -> int | None:
    """The person behind the socket, if the token was made for them."""
    visitor = socket.visitor
    if visitor.user_id is None:
        return None
    if visitor.person is None:
        visitor.person = await hub.ask(reading.person_of, visitor.user_id)
    if visitor.person is None or not claim.held_by(visitor.person[1]):
        return None
    return visitor.person[0]


def unsubscribe(hub: "Hub", socket: Socket, stream: str) -> None:
    """Stop reading a stream; nothing happens where it is not read."""
    watch = socket.watches.get(stream)
    if watch is not None:
        watch.drop(socket)
        hub.tidy(watch)


async def writing(socket: Socket, stream: str) -> None:
    """Pass on that somebody is writing in a stream that the socket reads."""
    watch = socket.watches.get(stream)
    if watch is None or not watch.kind.takes_writing:
        _refuse(socket, None)
        return
    if not await layer.send(watch.group, {"type": "live.writing", "s": stream, "w": socket.alias}):
        watch.writers.heard(socket.alias)


def _refuse(socket: Socket, n: int | None) -> None:
    stats.count("refused")
    socket.put(frames.refused(n))
