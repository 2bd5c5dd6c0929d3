"""Frames of the socket: a strict reading of what clients send, and what they get.

A client's words are looked up in one table of three; no name in them is ever
used to find code.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .registry import ELEMENT_ID, MAX_NAME

MAX_SHOWN = 50
_NUMBER = re.compile(r"-?\d{1,15}", re.ASCII)


class FrameError(Exception):
    """A frame that means nothing here; `code` is told to the client."""

    def __init__(self, code: str = "malformed") -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Subscribe:
    n: int
    token: str
    show: frozenset[str]


@dataclass(frozen=True)
class Unsubscribe:
    stream: str


@dataclass(frozen=True)
class Writing:
    stream: str


Command = Subscribe | Unsubscribe | Writing


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError("too large")
    return int(text)


def _refuse(_text: str) -> Any:
    raise ValueError("not a number of ours")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name stands twice")
    return table


def _load(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_pairs,
            parse_int=_number,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError):
        raise FrameError from None


def _stream(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= MAX_NAME or not value.isascii():
        raise FrameError
    return value


def _subscribe(body: dict[str, Any]) -> Subscribe:
    n, token, show = body["n"], body["token"], body.get("show", [])
    if type(n) is not int or not 0 <= n < 10_000:
        raise FrameError
    if not isinstance(token, str) or not isinstance(show, list) or len(show) > MAX_SHOWN:
        raise FrameError
    if not all(isinstance(each, str) and ELEMENT_ID.fullmatch(each) for each in show):
        raise FrameError
    return Subscribe(n, token, frozenset(show))


_FRAMES: dict[str, tuple[set[str], set[str], Callable[[dict[str, Any]], Command]]] = {
    # name: (fields it must have, fields it may have, reader)
    "subscribe": ({"n", "token"}, {"show"}, _subscribe),
    "unsubscribe": ({"s"}, set(), lambda body: Unsubscribe(_stream(body["s"]))),
    "writing": ({"s"}, set(), lambda body: Writing(_stream(body["s"]))),
}


def parse(text: str) -> Command:
    """The command in a client's frame; FrameError for everything that is not exactly one."""
    body = _load(text)
    if not isinstance(body, dict):
        raise FrameError
    name = body.pop("t", None)
    if not isinstance(name, str) or name not in _FRAMES:
        raise FrameError("unknown")
    must, may, reader = _FRAMES[name]
    if not must <= set(body) <= must | may:
        raise FrameError
    return reader(body)


def dump(**body: Any) -> str:
    """A frame for clients: `t` is its type."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


BEHIND = dump(t="behind")


def subscribed(n: int, stream: str, version: int) -> str:
    return dump(t="subscribed", n=n, s=stream, v=version)


def refused(n: int | None = None) -> str:
    """The same for what is hidden, foreign, gone or was never there."""
    return dump(t="refused", n=n)


def error(code: str) -> str:
    return dump(t="error", code=code)


def state(live: bool) -> str:
    return dump(t="state", live=live)
