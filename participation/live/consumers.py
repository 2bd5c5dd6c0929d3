"""The one consumer: it reads three kinds of frames and gives everything else an error frame."""

import asyncio
from typing import Any
from urllib.parse import parse_qs

from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings

from . import admission, conf, frames, sessions, stats
from .hub import TOO_MUCH, Hub
from .sockets import Socket, Visitor

NOT_TEXT, BAD_FRAMES, TOO_BIG = 1003, 1008, 1009
#: Frames in error or above the rate after which the socket is closed.
MAX_BAD, MAX_EXCESS = 20, 200


class Bucket:
    """So many frames at once, so many a second for long."""

    def __init__(self) -> None:
        self._tokens = float(conf.get("FRAMES_BURST"))
        self._at = asyncio.get_running_loop().time()

    def take(self) -> bool:
        now = asyncio.get_running_loop().time()
        gained = (now - self._at) * conf.get("FRAMES_PER_SECOND")
        self._tokens, self._at = min(conf.get("FRAMES_BURST"), self._tokens + gained), now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class LiveConsumer(AsyncWebsocketConsumer):
    # No channel per socket: the hub has one for all of them.
    channel_layer_alias = None

    socket: Socket | None = None
    hub: Hub

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        try:
            await super().__call__(scope, receive, send)
        except asyncio.CancelledError:
            if self.socket is None or not self.socket.cut:
                raise
        finally:
            # Also when something above failed: Channels does not call disconnect() then.
            if self.socket is not None:
                await self.hub.leave(self.socket)

    async def dispatch(self, message: dict[str, Any]) -> None:
        """The server's own three messages. Frames from clients never choose a handler."""
        if message["type"] == "websocket.receive":
            await self._take(message)
        elif message["type"] == "websocket.connect":
            await self._open()
        else:
            await super().dispatch(message)

    async def _open(self) -> None:
        visitor = _visitor(self.scope)
        self.hub = Hub.current()
        if not self.hub.has_room_for(visitor.session_key, visitor.address):
            stats.count("refused")
            await self.close(TOO_MUCH)
            return
        await self.accept()
        self._bucket, self._bad, self._excess = Bucket(), 0, 0
        self.socket = Socket(self.base_send, visitor)
        self.hub.add(self.socket)

    async def _take(self, message: dict[str, Any]) -> None:
        socket = self.socket
        if socket is None or socket.closing:
            return
        text = message.get("text")
        if text is None:
            self._end(socket, NOT_TEXT)
        elif len(text) > conf.get("FRAME_BYTES") or _size(text) > conf.get("FRAME_BYTES"):
            self._end(socket, TOO_BIG)
        elif not self._bucket.take():
            self._too_fast(socket)
        else:
            self._excess = max(0, self._excess - 2)
            await self._obey(socket, text)

    async def _obey(self, socket: Socket, text: str) -> None:
        try:
            command = frames.parse(text)
        except frames.FrameError as error:
            self._bad += 1
            stats.count("refused")
            socket.put(frames.error(error.code))
            if self._bad >= MAX_BAD:
                self._end(socket, BAD_FRAMES)
            return
        if isinstance(command, frames.Subscribe):
            await admission.subscribe(self.hub, socket, command)
        elif isinstance(command, frames.Unsubscribe):
            admission.unsubscribe(self.hub, socket, command.stream)
        else:
            await admission.writing(socket, command.stream)

    def _too_fast(self, socket: Socket) -> None:
        """Throw the frame away and say so once; go on only with those who slow down."""
        stats.count("refused")
        self._excess += 1
        if self._excess == 1:
            socket.put(frames.error("slow_down"))
        elif self._excess >= MAX_EXCESS:
            self._end(socket, TOO_MUCH)

    def _end(self, socket: Socket, code: int) -> None:
        self.hub.forget(socket)
        socket.close(code)


def _size(text: str) -> int:
    return len(text.encode(errors="surrogatepass"))


def _visitor(scope: dict[str, Any]) -> Visitor:
    user, session = scope.get("user"), scope.get("session")
    known = user is not None and user.is_authenticated
    wanted = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
    client = scope.get("client")
    return Visitor(
        language=wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE,
        address=client[0] if client else "",
        session_key=(session.session_key or "") if session is not None else "",
        user_id=user.pk if known else None,
        proof=sessions.proof(user) if known else "",
    )
