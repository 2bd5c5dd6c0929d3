"""Is this act open here, now? Own dates answer, and whatever the component stands in.

A parent kind (a process with phases) registers itself; a component never asks
its parents by name. Only component rows are read, never pages' drafts, and in
an action they are read under a shared lock: a change of dates waits for the
acts in flight, and every act after it sees the new dates.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from . import clock, moments
from .models import Component
from .rules import RuleBroken
from .when import moment_text


@dataclass(frozen=True)
class Window:
    """A half-open stretch of time, [opens, closes); None is without bound. Aware instants."""

    opens: datetime | None = None
    closes: datetime | None = None

    def has(self, at: datetime) -> bool:
        return (self.opens is None or self.opens <= at) and (
            self.closes is None or at < self.closes
        )

    def within(self, other: "Window") -> "Window | None":
        """The stretch that both share, or None."""
        opens = max((w for w in (self.opens, other.opens) if w), default=None)
        closes = min((w for w in (self.closes, other.closes) if w), default=None)
        if opens and closes and opens >= closes:
            return None
        return Window(opens, closes)


@dataclass(frozen=True)
class Openness:
    """The answer for one act: the windows in which it is open, seen from the instant `at`."""

    windows: tuple[Window, ...]
    at: datetime

    @property
    def current(self) -> Window | None:
        return next((w for w in self.windows if w.has(self.at)), None)

    @property
    def is_open(self) -> bool:
        return self.current is not None

    @property
    def closes(self) -> datetime | None:
        return self.current.closes if self.current else None

    @property
    def next_opens(self) -> datetime | None:
        coming = [w.opens for w in self.windows if w.opens and w.opens > self.at]
        return min(coming, default=None)

    @property
    def closed_at(self) -> datetime | None:
        gone = [w.closes for w in self.windows if w.closes and w.closes <= self.at]
        return max(gone, default=None)

    @property
    def reason(self) -> str:
        """Why it is not open now, in words; "" when it is."""
        if self.is_open:
            return ""
        if self.next_opens:
            return str(_("This opens on %(when)s.")) % {"when": moment_text(self.next_opens)}
        if self.closed_at:
            return str(_("This closed on %(when)s.")) % {"when": moment_text(self.closed_at)}
        return str(_("This is not open."))

    def require(self) -> None:
        """RuleBroken("closed") with the reason, unless open."""
        if not self.is_open:
            raise RuleBroken("closed", self.reason)


#: A parent's answer: the windows in which it opens `act`, or None when it has no say.
ParentRule = Callable[[Component, str], "list[Window] | None"]
_parents: dict[str, ParentRule] = {}


def register_parent(kind: str, rule: ParentRule) -> None:
    """Let components of `kind` decide when the acts of the components below them are open."""
    _parents[kind] = rule


_LINEAGE = """
    SELECT above.* FROM raati_core_component AS above
    JOIN wagtailcore_page AS page ON page.id = above.source_page_id
    JOIN raati_core_component AS own ON own.key = %s
    JOIN wagtailcore_page AS own_page ON own_page.id = own.source_page_id
    WHERE substr(own_page.path, 1, length(page.path)) = page.path AND own_page.live
    ORDER BY page.depth DESC
"""


def lineage(component: Component, *, lock: bool = False) -> list[Component]:
    """The component and those its source page stands in, nearest first: one query.

    `lock` takes a shared lock on the rows till the end of the transaction
    (PostgreSQL; on SQLite the transaction is IMMEDIATE already).
    """
    sql = _LINEAGE
    if lock and connection.vendor == "postgresql":
        sql += " FOR SHARE OF above"
    key = component.key if connection.vendor == "postgresql" else component.key.hex
    return list(Component.objects.raw(sql, [key]))


def shown_lineage(key: UUID) -> list[Component]:
    """The same by the component's key for showing, a moment old at most; [] where there is none.

    The first row carries the others: `look` asks no more.
    """
    rows = moments.rows(("lineage", key), lambda: lineage(Component(key=key)))
    if rows:
        rows[0].known_lineage = rows
    return rows


def lineages(components: Sequence[Component]) -> dict[UUID, list[Component]]:
    """`lineage` for showing many at once: one query, given rows with their source page loaded."""
    own = [row for row in components if row.source_page and row.source_page.live]
    paths = {row.source_page.path[:end] for row in own for end in _prefix_ends(row.source_page)}
    above = Component.objects.filter(source_page__path__in=paths).select_related("source_page")
    by_path = {row.source_page.path: row for row in above}
    found: dict[UUID, list[Component]] = {row.key: [] for row in components}
    for row in own:
        path = row.source_page.path
        ups = [by_path.get(path[:end]) for end in _prefix_ends(row.source_page)]
        found[row.key] = [row, *(up for up in reversed(ups) if up and up.key != row.key)]
    return found


def _prefix_ends(page: Any) -> range:
    return range(page.steplen, len(page.path) + 1, page.steplen)


def lineage_keys(component: Component) -> set[UUID]:
    return {row.key for row in lineage(component)} | {component.key}


def _windows(rows: list[Component], act: str) -> tuple[Window, ...]:
    if not rows or rows[0].archived_at is not None:
        return ()
    own, *above = rows
    windows = [Window(own.opens_at, own.closes_at)]
    for parent in above:
        rule = _parents.get(parent.kind)
        answer = rule(parent, act) if rule else None
        if answer is not None:
            pairs = (mine.within(theirs) for mine in windows for theirs in answer)
            windows = [shared for shared in pairs if shared is not None]
    return tuple(windows)


def look(component: Component, *acts: str) -> dict[str, Openness]:
    """When each of `acts` is open, for showing: by this process's clock.

    One query; none for a row that was read with its lineage, or was looked at before.
    """
    if component.known_lineage is None:
        component.known_lineage = lineage(component)
    rows = component.known_lineage
    if component.is_preview:
        rows = [component, *rows[1:]]
    return look_at(rows, *acts)


def look_at(rows: list[Component], *acts: str) -> dict[str, Openness]:
    """The same for a lineage that is loaded already."""
    at = clock.glance()
    return {act: Openness(_windows(rows, act), at) for act in acts}


def require_open(component: Component, act: str) -> Component:
    """In an action: RuleBroken("closed") unless `act` is open at the database's instant.

    Takes the shared lock first and the time after it, so the closing instant is
    exact. Returns the component as read under the lock.
    """
    rows = lineage(component, lock=True)
    Openness(_windows(rows, act), clock.now()).require()
    rows[0].known_lineage = rows
    return rows[0]
