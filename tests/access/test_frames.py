"""Every kind of frame by everybody about every kind of stream answers as the table says.

One letter for each role, in the order of cast.ROLES: s subscribed, r refused, e an error
frame, . nothing comes back. Frames store nothing, whoever sends them.
"""

import asyncio
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.apps import apps

from participation.ideas.streams import board_stream, idea_stream
from participation.initiatives.streams import initiative_stream, list_stream
from participation.live import tokens
from tests.live.conftest import bus, sign_in
from tests.live.reader import HOST, Reader

from .cast import ROLES
from .conftest import empty_root
from .world import World

__all__ = ["bus"]

ALL, NOBODY, ERROR, SILENT = (each * len(ROLES) for each in "sre.")
#: A token that the page made for the resident fits the resident alone.
RESIDENT = "r" + "s" + "r" * (len(ROLES) - 2)

#: The stream: what a token for everybody opens, and what one for the resident opens. What is
#: hidden can be asked about by who has its token from before: it answers with the removal alone.
STREAMS = {
    "board": (ALL, RESIDENT),
    "foreign board": (ALL, RESIDENT),
    "private board": (NOBODY, NOBODY),
    "draft board": (NOBODY, NOBODY),
    "own": (ALL, RESIDENT),
    "others": (ALL, RESIDENT),
    "hidden": (ALL, RESIDENT),
    "held": (ALL, RESIDENT),
    "withdrawn": (ALL, RESIDENT),
    "secret": (NOBODY, NOBODY),
    "planned": (NOBODY, NOBODY),
    "initiatives": (ALL, RESIDENT),
    "gathering": (ALL, RESIDENT),
    "own draft": (NOBODY, NOBODY),
    "their draft": (NOBODY, NOBODY),
    "buried": (ALL, RESIDENT),
    "vault.gold": (NOBODY, NOBODY),
}
#: What somebody might say besides; "{s}" is the board's stream, which they read.
FRAMES: dict[str, tuple[dict[str, Any] | str, str]] = {
    "writing where nobody writes": ({"t": "writing", "s": "{s}"}, NOBODY),
    "writing elsewhere": ({"t": "writing", "s": "vault.gold"}, NOBODY),
    "leaving": ({"t": "unsubscribe", "s": "{s}"}, SILENT),
    "leaving what was not read": ({"t": "unsubscribe", "s": "vault.gold"}, SILENT),
    "no token": ({"t": "subscribe", "n": 1}, ERROR),
    "somebody's name beside the token": (
        {"t": "subscribe", "n": 1, "token": "x", "person": "operator"},
        ERROR,
    ),
    "supporting": ({"t": "support", "s": "{s}", "id": "{own}"}, ERROR),
    "posting": ({"t": "post", "s": "{s}", "text": "Hei"}, ERROR),
    "hiding": ({"t": "hide", "s": "{s}", "id": "{own}"}, ERROR),
    "the layer's own": ({"type": "websocket.close"}, ERROR),
    "a handler's name": ({"t": "websocket_disconnect"}, ERROR),
    "no object": ("[]", ERROR),
}
LETTERS = {"subscribed": "s", "refused": "r", "error": "e"}


@pytest.fixture
def town(transactional_db):
    return World(empty_root())


def streams_of(town: World) -> dict[str, str]:
    ideas = ("own", "others", "hidden", "held", "withdrawn", "secret", "planned")
    initiatives = ("gathering", "own_draft", "their_draft", "buried")
    boards = {"board": town.tree.board, "foreign board": town.foreign_board}
    boards |= {"private board": town.private_board, "draft board": town.draft_board}
    return {
        **{name: board_stream(page.component) for name, page in boards.items()},
        **{name: idea_stream(getattr(town, name).public_id) for name in ideas},
        "initiatives": list_stream(town.page.component),
        **{
            name.replace("_", " "): initiative_stream(getattr(town, name).public_id)
            for name in initiatives
        },
        "vault.gold": "vault.gold",
    }


def rows_of_everything() -> dict[str, int]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.label: model._base_manager.count() for model in models}


async def answered(reader: Reader, frame: Any) -> str:
    """The letter of what comes back; what comes by itself is passed over."""
    await reader.say(frame)
    # Told apart from silence by the answer to a frame that always has one.
    await reader.say({"t": "subscribe", "n": 4711, "token": "made-up"})
    letters = ""
    while True:
        got = await reader.frame()
        if got == {"t": "refused", "n": 4711}:
            return letters or "."
        letters += LETTERS.get(got["t"], "")


async def everybody(town: World) -> list[tuple[str, Reader]]:
    readers = []
    for role in ROLES.values():
        key = "" if role == "guest" else await sync_to_async(sign_in)(town.cast[role].user)
        reader = Reader(key)
        assert await reader.open()
        readers.append((role, reader))
    return readers


async def test_every_frame_answers_everybody_as_the_table_says(town, bus, settings):
    settings.ALLOWED_HOSTS = [HOST, "testserver"]
    settings.RAATI_LIVE_FRAMES_BURST = 10_000
    settings.RAATI_LIVE_STREAMS_PER_SOCKET = 100
    settings.RAATI_LIVE_LOOK_SECONDS = 600
    resident = town.cast["resident"].person
    streams = await sync_to_async(streams_of)(town)
    found: dict[str, list[str]] = {name: ["", ""] for name in streams}
    said = dict.fromkeys(FRAMES, "")
    readers = await everybody(town)
    before = await sync_to_async(rows_of_everything)()
    for _role, reader in readers:
        for name, stream in streams.items():
            for which, token in enumerate([tokens.make(stream), tokens.make(stream, resident)]):
                asked = {"t": "subscribe", "n": 1, "token": token}
                found[name][which] += await answered(reader, asked)
        for name, (frame, _letters) in FRAMES.items():
            said[name] += await answered(reader, filled(frame, streams["board"], town.own))
    after = await sync_to_async(rows_of_everything)()
    await asyncio.gather(*(reader.close() for _role, reader in readers))
    assert {name: tuple(letters) for name, letters in found.items()} == STREAMS
    assert said == {name: letters for name, (_frame, letters) in FRAMES.items()}
    assert after == before


def filled(frame: Any, stream: str, own: Any) -> Any:
    if isinstance(frame, str):
        return frame
    places = {"{s}": stream, "{own}": own.public_id}
    return {key: places.get(value, value) for key, value in frame.items()}
