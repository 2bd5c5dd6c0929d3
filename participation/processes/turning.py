"""Phases that begin or end soon, or ended without a word: what is missing, and whom it concerns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from participation.core import checklists, clock, duties
from participation.core.actors import Actor
from participation.core.models import Component, Person, RoleGrant
from participation.core.pages import component_kind
from participation.core.roles import Role, is_administrator

from .models import ProcessPage
from .phases import Phase, phases_of

#: "Soon", and for how long a phase that is over is asked for its results.
SOON, AFTERWARDS = timedelta(days=14), timedelta(days=30)
_INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Turn:
    """A phase at its turning point, with its process's row and pages."""

    process: Component
    phase: Phase
    pages: Sequence[ProcessPage]
    places: Sequence[Component]

    @property
    def page(self) -> ProcessPage:
        """The original's."""
        own = (page for page in self.pages if page.pk == self.process.source_page_id)
        return next(own, self.pages[0])

    @property
    def title(self) -> str:
        return str(self.page.phase_texts(self.phase.id).get("title", ""))

    @property
    def edit_address(self) -> str:
        address = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return f"{address}#panel-child-content-phases-section"

    def at(self, now: datetime) -> datetime:
        """The instant that is near: its end, unless it has not begun."""
        opens, closes = self.phase.opens, self.phase.closes
        return opens if opens and opens > now else (closes or now)

    def missing(self, now: datetime) -> list[str]:
        """In words what an editor still has to do for it."""
        found = [*self._untranslated()]
        closes = self.phase.closes
        if closes and closes <= now + SOON and not self._has_results():
            found.insert(0, _("the results are not written"))
        if not closes or closes > now:
            found += self._lacking()
        return found

    def _has_results(self) -> bool:
        texts = self.page.phase_texts(self.phase.id)
        return any(texts.get(name) for name in ("results", "more_results"))

    def _untranslated(self) -> list[str]:
        done = {
            page.locale.language_code
            for page in self.pages
            if page.pk == self.page.pk or (not page.alias_of_id and page.phase_texts(self.phase.id))
        }
        codes = [code for code, _name in getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", ())]
        names = [str(get_language_info(c)["name_translated"]) for c in codes if c not in done]
        return (
            [_("not translated: %(languages)s") % {"languages": ", ".join(names)}] if names else []
        )

    def _lacking(self) -> list[str]:
        told = []
        for place in self.places if self.phase.allows else ():
            words = ", ".join(str(text) for text in checklists.lacks(place))
            if words:
                told.append(
                    _("%(place)s does not say %(what)s")
                    % {"place": place.source_page, "what": words}
                )
        return told


def last_day(phase: Phase) -> date | None:
    """The last local day of a phase: one that ends at midnight is open to the day before."""
    return timezone.localdate(phase.closes - _INSTANT) if phase.closes else None


def turns(processes: Iterable[Component], now: datetime) -> list[Turn]:
    """Phases that begin or end within two weeks, and those over without results; by their time.

    Two queries, however many.
    """
    near = [(row, phase) for row in processes for phase in phases_of(row) if _is_near(phase, now)]
    rows = list({row.key: row for row, _phase in near}.values())
    pages, places = _pages(rows), _places(rows)
    found = [
        Turn(row, phase, pages[row.key], places.get(row.key, ()))
        for row, phase in near
        if pages.get(row.key)
    ]
    kept = [turn for turn in found if _is_ahead(turn.phase, now) or not turn._has_results()]
    return sorted(kept, key=lambda turn: (turn.at(now), turn.title))


def _is_near(phase: Phase, now: datetime) -> bool:
    begins = phase.opens is not None and now < phase.opens <= now + SOON
    ends = phase.closes is not None and now - AFTERWARDS < phase.closes <= now + SOON
    return begins or ends


def _is_ahead(phase: Phase, now: datetime) -> bool:
    return phase.closes is None or phase.closes > now


def _pages(rows: list[Component]) -> dict[Any, list[ProcessPage]]:
    found: dict[Any, list[ProcessPage]] = {}
    pages = ProcessPage.objects.filter(translation_key__in=[row.key for row in rows])
    for page in pages.select_related("locale", "owner__raati_person").order_by("pk"):
        found.setdefault(page.translation_key, []).append(page)
    return found


def _places(rows: list[Component]) -> dict[Any, list[Component]]:
    """The places below each that can be told to lack something."""
    below = Q(pk__in=[])
    for row in rows:
        if row.source_page:
            below |= Q(source_page__path__startswith=row.source_page.path)
    places = Component.objects.filter(
        below, kind__in=checklists.lacking_kinds(), archived_at=None, source_page__live=True
    )
    found: dict[Any, list[Component]] = {}
    for place in places.select_related("source_page").order_by("source_page__path"):
        for row in rows:
            if row.source_page and place.source_page.path.startswith(row.source_page.path):
                found.setdefault(row.key, []).append(place)
    return found


def live_processes() -> list[Component]:
    """The rows of all processes that are published and not put away."""
    rows = Component.objects.filter(
        kind=component_kind(ProcessPage), archived_at=None, source_page__live=True
    )
    return list(
        rows.select_related("source_page__owner__raati_person").order_by("source_page__path")
    )


def processes_for(actor: Actor) -> list[Component]:
    """Those whose phases are this actor's work: by a role there, or because the page is theirs."""
    rows = live_processes()
    if is_administrator(actor):
        return rows
    grants = [grant for grant in actor.grants if grant.role == Role.COMMUNICATIONS]
    mine = set(actor.desks) if actor.grants else set()
    return [
        row
        for row in rows
        if owner_of(row) in mine or any(duties.reaches(grant, row) for grant in grants)
    ]


def owner_of(row: Component) -> int | None:
    """The person whose page it is."""
    user = row.source_page.owner if row.source_page else None
    person: Person | None = getattr(user, "raati_person", None)
    return person.pk if person else None


def concerned(rows: Iterable[Component]) -> dict[Any, list[int]]:
    """Whom a process's phases concern, by its key: its owner, or communications there.

    The owner while they hold a role; who is away is replaced. Three queries for all.
    """
    found: dict[Any, list[int]] = {}
    officers = duties.holders([Role.COMMUNICATIONS], clock.now())
    rows = list(rows)
    grants = RoleGrant.objects.in_force(clock.now()).filter(person__user__is_active=True)
    owners = {pk for pk in (owner_of(row) for row in rows) if pk}
    able = set(grants.filter(person__in=owners).values_list("person", flat=True))
    standing = duties.stand_ins(clock.today())
    for row in rows:
        owner = owner_of(row)
        people = (
            [owner] if owner in able else [g.person_id for g in officers if duties.reaches(g, row)]
        )
        found[row.key] = duties.at_work(people, standing)
    return found
