"""What can be done now, as cards: for front pages and for pages that hold others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.utils.translation import gettext as _
from wagtail.models import Page

from . import clock, eligibility
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
    opens: datetime | None = None


@dataclass(frozen=True)
class Invitation:
    """One thing to do now: the page, its phase, till when, and the link that leads there."""

    page: Any
    component: Component
    phase: str
    closes: datetime | None
    label: str
    href: str
    #: Who may take part, in few words; "" for everybody.
    who: str = ""


@dataclass(frozen=True)
class Coming:
    """Something that opens, closes or begins on a day not far away."""

    page: Any
    at: datetime
    what: str


class Places:
    """Pages with their rows and what these stand in: three queries for all of them.

    `around` are pages that may hold phases without being invited to themselves.
    """

    def __init__(
        self,
        pages: Sequence["ComponentPageMixin"],
        around: Iterable["ComponentPageMixin"] = (),
    ) -> None:
        self.pages = pages
        self.rows = _rows_by_page([*pages, *around])
        self.holders = {self.rows[p.pk].key: p for p in [*around, *pages] if p.pk in self.rows}
        self.above = lineages(list({row.key: row for row in self.rows.values()}.values()))
        for row in self.rows.values():
            row.known_lineage = self.above[row.key]

    def _standing(self) -> Iterable[tuple["ComponentPageMixin", Component]]:
        """The pages that have a row which is not archived."""
        for page in self.pages:
            row = self.rows.get(page.pk)
            if row is not None and not row.archived_at:
                yield page, row

    def invitations(self) -> list[Invitation]:
        """What is open now, what closes first on top.

        A page with phases is left out when something below it is on the list already.
        """
        invited: dict[UUID, Invitation] = {}
        for page, row in self._standing():
            if row.key not in invited:
                found = _by_acts(page, row, self.above[row.key], self.holders)
                if found:
                    invited[row.key] = found
        covered = {upper.key for key in invited for upper in self.above[key][1:]}
        for page, row in self._standing():
            if self.above[row.key] and row.key not in {*invited, *covered}:
                found = _by_phase(page, row)
                if found:
                    invited[row.key] = found
        return sorted(invited.values(), key=lambda i: (i.closes is None, i.closes or 0))

    def coming(self, within: timedelta) -> list[Coming]:
        """What opens, closes or begins within that time, the nearest first."""
        now = clock.glance()
        found = [each for page, row in self._standing() for each in self._dates(page, row)]
        near = {(each.page.pk, each.at): each for each in found if now < each.at <= now + within}
        return sorted(near.values(), key=lambda each: each.at)

    def _dates(self, page: "ComponentPageMixin", row: Component) -> Iterable[Coming]:
        for phase in page.phases_ahead(clock.glance()):
            if phase.opens:
                yield Coming(page, phase.opens, _("Begins: %(phase)s") % {"phase": phase.title})
        times = look_at(self.above[row.key], *page.acts)
        yield from _moments(page, _("Opens"), {n: each.next_opens for n, each in times.items()})
        yield from _moments(page, _("Closes"), {n: each.closes for n, each in times.items()})


def _moments(
    page: "ComponentPageMixin", word: str, times: dict[str, datetime | None]
) -> Iterable[Coming]:
    """One entry for the whole page where all its acts open or close together; else one for each."""
    if len(set(times.values())) == 1:
        times = dict(list(times.items())[:1])
        named = dict.fromkeys(times, word)
    else:
        named = {name: f"{word}: {found.label}" for name in times if (found := act(name))}
    for name, at in times.items():
        if at and name in named:
            yield Coming(page, at, named[name])


def open_invitations(
    pages: Sequence["ComponentPageMixin"], around: Iterable["ComponentPageMixin"] = ()
) -> list[Invitation]:
    """What is open on `pages` now; see `Places`."""
    return Places(pages, around).invitations()


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
                who=eligibility.brief(eligibility.conditions_of(row)),
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
        who=eligibility.brief(eligibility.conditions_of(row)),
    )
