"""Slots: places in a template where packages above add their own pieces."""

from collections.abc import Callable
from typing import Any

from wagtail import hooks

#: A filler gets the template context and the slot's objects, returns HTML or a Fragment.
Filler = Callable[..., Any]
PREFIX = "raati_slot:"


def fill(name: str, order: int = 0) -> Callable[[Filler], Filler]:
    """Decorator for wagtail_hooks.py: put this piece into the slot `name`."""
    return hooks.register(f"{PREFIX}{name}", order=order)


def fillers(name: str) -> list[Filler]:
    return list(hooks.get_hooks(f"{PREFIX}{name}"))
