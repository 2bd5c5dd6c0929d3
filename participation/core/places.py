"""Places of participation that another package can have made: new pages, unsaved, with first texts.

A process made from a preset gets its idea board this way; the packages stay strangers.
"""

from collections.abc import Callable, Mapping
from typing import Any

#: Makes an unsaved page; `wanted` holds its title and texts by name. Unknown ones are left out.
Maker = Callable[[Mapping[str, Any]], Any]
_makers: dict[str, Maker] = {}


def register_place(name: str, make: Maker) -> None:
    """Let others have a page of this kind made ("ideas.board")."""
    _makers[name] = make


def can_make(name: str) -> bool:
    """Whether an installed app makes places of this kind."""
    return name in _makers


def make_place(name: str, **wanted: Any) -> Any:
    """The unsaved page; KeyError where no installed app makes such places."""
    return _makers[name](wanted)
