"""The hub's side of the channel layer: one channel, the groups it is in, and whether it works."""

import asyncio
import logging
from collections.abc import Awaitable, Iterable
from typing import TYPE_CHECKING, Any

from channels.layers import get_channel_layer

from . import conf, stats
from .publishing import CONTROL

if TYPE_CHECKING:
    from .hub import Hub

logger = logging.getLogger(__name__)
#: Pings that may be missing before the layer counts as down.
PATIENCE = 2
#: Rounds after which the groups are joined again although all seems well.
REJOIN_ROUNDS = 8


class Bus:
    """Never raises: the layer may be down for hours, the look at the database goes on."""

    def __init__(self, hub: "Hub") -> None:
        self.live = True
        self._hub = hub
        self._layer: Any = get_channel_layer()
        self._channel: str | None = None
        self._ready = asyncio.Event()
        self._unanswered = 0

    async def listen(self) -> None:
        """Hand every message to the hub; begin anew when the layer breaks."""
        while self._layer is not None:
            try:
                self._channel = await self._within(self._layer.new_channel())
                await self._within(self._layer.group_add(CONTROL, self._channel))
                await self._join_all()
                self._ready.set()
                while True:
                    self._take(await self._layer.receive(self._channel))
            except Exception as error:
                self._ready.clear()
                self._channel = None
                self._failed(error)
                await asyncio.sleep(conf.get("LAYER_SECONDS"))

    def _take(self, message: dict[str, Any]) -> None:
        if message.get("type") == "live.ping":
            self._unanswered = 0
            self._set_live(True)
            return
        try:
            self._hub.hear(message)
        except Exception:
            logger.exception("A message of the channel layer made no sense: %r", message)

    async def keep(self) -> None:
        """Ping ourselves through the layer, and join the groups again: a server may forget them."""
        rounds = 0
        while True:
            await asyncio.sleep(conf.get("LOOK_SECONDS"))
            rounds += 1
            self._unanswered += 1
            if self._channel is not None:
                await self._try(self._layer.send(self._channel, {"type": "live.ping"}))
            if self._unanswered > PATIENCE:
                self._set_live(False)
            if rounds % REJOIN_ROUNDS == 0 or not self.live:
                await self._join_all()

    async def join(self, group: str) -> None:
        """Join a group; when that fails now, a later round does it."""
        if not self.live or self._layer is None:
            return
        try:
            await asyncio.wait_for(self._ready.wait(), conf.get("LAYER_SECONDS"))
        except TimeoutError:
            return
        await self._try(self._layer.group_add(group, self._channel))

    async def part(self, group: str) -> None:
        if self._channel is not None and not self._is_wanted(group):
            await self._try(self._layer.group_discard(group, self._channel))
            if self._is_wanted(group):
                # Somebody came while we were leaving.
                await self.join(group)

    async def end(self, groups: Iterable[str]) -> None:
        """Leave the layer as we found it, if it answers."""
        if self._channel is not None and self.live:
            for group in (CONTROL, *groups):
                await self._try(self._layer.group_discard(group, self._channel))

    def _is_wanted(self, group: str) -> bool:
        return any(watch.group == group for watch in self._hub.watches.values())

    async def _join_all(self) -> None:
        if self._channel is None:
            return
        groups = [CONTROL, *(watch.group for watch in self._hub.watches.values())]
        for group in groups:
            if not await self._try(self._layer.group_add(group, self._channel)):
                return

    async def _within(self, call: Awaitable[Any]) -> Any:
        return await asyncio.wait_for(call, conf.get("LAYER_SECONDS"))

    async def _try(self, call: Awaitable[Any]) -> bool:
        try:
            await self._within(call)
        except Exception as error:
            self._failed(error)
            return False
        return True

    def _failed(self, error: Exception) -> None:
        stats.count("layer_errors")
        if self.live:
            logger.warning("The channel layer failed the live hub: %r", error)

    def _set_live(self, live: bool) -> None:
        if live != self.live:
            self.live = live
            logger.warning("Live updates are %s.", "immediate again" if live else "delayed")
            self._hub.tell_state(live)
