"""What can be done now, as cards: for front pages and for pages that hold others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Page

from . import clock
from .acts import act
from .models import Component
from .openness import lineages, look_at

if TYPE_CHECKING:
    from .pages import ComponentPageMixin


@dataclass(frozen=True)
class PhaseNow:
    """The phase a page is in: its name in the page's language, and its end."""

    title: str
    closes: datetime | None


@dataclass(frozen=True)
class Invitation:
    """One thing to do now: the page, its phase, till when, and the link that leads there."""

    page: Any
    component: Component
    phase: str
    closes: datetime | None
    label: str
    href: str


def open_invitations(
    pages: Sequence["ComponentPageMixin"], around: Iterable["ComponentPageMixin"] = ()
) -> list[Invitation]:
    """What is open on `pages` now, what closes first on top: two queries for all of them.

    `around` are pages that may hold phases without being invited to themselves.
    A page with phases is left out when something below it is on the list already.
    """
    rows = _rows_by_page([*pages, *around])
    holders = {rows[p.pk].key: p for p in [*around, *pages] if p.pk in rows}
    above = lineages(list({row.key: row for row in rows.values()}.values()))
    invited: dict[UUID, Invitation] = {}
    for page in pages:
        row = rows.get(page.pk)
        if row is None or row.archived_at or row.key in invited:
            continue
        found = _by_acts(page, row, above[row.key], holders)
        if found:
            invited[row.key] = found
    covered = {upper.key for key in invited for upper in above[key][1:]}
    for page in pages:
        row = rows.get(page.pk)
        if row and not row.archived_at and above[row.key] and row.key not in {*invited, *covered}:
            found = _by_phase(page, row)
            if found:
                invited[row.key] = found
    return sorted(invited.values(), key=lambda i: (i.closes is None, i.closes or 0))


def _rows_by_page(pages: Sequence["ComponentPageMixin"]) -> dict[int, Component]:
    """Each page's component row, also put where `page.component` finds it."""
    aliases = [page.alias_of_id for page in pages if page.alias_of_id]
    originals = dict(Page.objects.filter(pk__in=aliases).values_list("pk", "translation_key"))
    keys = {p.pk: originals.get(p.alias_of_id, p.translation_key) for p in pages}
    found = Component.objects.select_related("source_page").in_bulk(set(keys.values()))
    rows = {p.pk: found[keys[p.pk]] for p in pages if keys[p.pk] in found}
    for page in pages:
        if page.pk in rows:
            page.__dict__["component"] = rows[page.pk]
    return rows


def _by_acts(
    page: "ComponentPageMixin", row: Component, lineage: list[Component], holders: dict
) -> Invitation | None:
    for name, openness in look_at(lineage, *page.acts).items():
        registered = act(name)
        if openness.is_open and registered is not None:
            holder = next((holders[up.key] for up in lineage[1:] if up.key in holders), None)
            phase = holder.phase_now(clock.glance()) if holder else None
            return Invitation(
                page=page,
                component=row,
                phase=phase.title if phase else "",
                closes=openness.closes,
                label=str(registered.invitation),
                href=page.view_url(registered.view),
            )
    return None


def _by_phase(page: "ComponentPageMixin", row: Component) -> Invitation | None:
    phase = page.phase_now(clock.glance())
    if phase is None:
        return None
    return Invitation(
        page=page,
        component=row,
        phase=phase.title,
        closes=phase.closes,
        label=_("See what is happening"),
        href=page.get_url() or "",
    )
