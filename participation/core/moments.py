"""What shared pages are drawn from, read anew at most once in a moment.

A shared page may lie in the proxy's cache for two seconds, so what it is drawn from may be
as old: the page's own row, the dates that it shows, the names of themes. Under load that
spares most of a list's questions. Nothing that decides reads here: actions ask the database,
under its locks. Rows come out as copies, so a view may put on them what it likes.
"""

import copy
import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from . import conf
from .models import Area, Component, Theme

#: Some thousand pages and their rows; then all is read anew.
MOST = 2_000
_SHOWN = (Page, PageViewRestriction, Component, Theme, Area)
Value = TypeVar("Value")
_known: dict[Hashable, tuple[float, Any]] = {}


def recall(key: Hashable) -> Any:
    """What was put under `key` less than RAATI_MOMENT_SECONDS ago, or None."""
    at, value = _known.get(key, (0.0, None))
    return value if time.monotonic() - at < conf.get("MOMENT_SECONDS") else None


def put(key: Hashable, value: Any) -> None:
    """Remember it for a moment, unless the setting says not to."""
    if conf.get("MOMENT_SECONDS"):
        if len(_known) >= MOST:
            _known.clear()
        _known[key] = (time.monotonic(), value)


def rows(key: Hashable, read: Callable[[], list[Value]]) -> list[Value]:
    """The rows that `read` gives, at most a moment old, copied for whoever asks."""
    found = recall(key)
    if found is None:
        found = read()
        put(key, [copy.copy(row) for row in found])
        return found
    return [copy.copy(row) for row in found]


def forget(**_given: Any) -> None:
    """Read everything anew: whoever has just changed something sees it."""
    _known.clear()


def forget_with(sender: type[Model], **_given: Any) -> None:
    """The same when a page, what restricts it, or a row that pages show was saved."""
    if issubclass(sender, _SHOWN):
        _known.clear()
