"""What is known of one person: told by them, or proved. Read in at most two queries."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef

from participation.core.actors import Actor
from participation.core.eligibility import asker_of
from participation.core.models import Area, Component, Person

from . import levels
from .birth import ANY_AGE, Born
from .models import EntryCode, Level, Verification

#: What a criterion may ask to be read.
LEVEL, FACTS, CODE = "level", "facts", "code"


@dataclass(frozen=True)
class Facts:
    """Status, area and age of somebody, as far as they are known."""

    status: str = ""
    #: The area's slug, then that of the area which it is part of.
    areas: tuple[str, ...] = ()
    born: Born = ANY_AGE

    def or_else(self, told: "Facts") -> "Facts":
        """These, filled up with what was told; where the two differ, these hold."""
        return Facts(
            self.status or told.status,
            self.areas or told.areas,
            self.born.meet(told.born) or self.born,
        )


NOTHING = Facts()


@dataclass(frozen=True)
class Known:
    """Everything a criterion may look at."""

    is_member: bool = False
    person: Person | None = None
    level: int = Level.NONE
    told: Facts = NOTHING
    proved: Facts = NOTHING
    has_code: bool = False

    def facts(self, *, only_proved: bool) -> Facts:
        return self.proved if only_proved else self.proved.or_else(self.told)


def load(actor: Actor, component: Component, at: datetime, reads: Collection[str]) -> Known:
    """What is known at the instant `at` of the actor, as far as `reads` asks for it."""
    if not actor.is_member:
        return Known()
    known = Known(is_member=True, person=actor.person)
    if actor.person is not None:
        known = _of_person(known, actor.person, component, at, reads)
    if LEVEL in reads and known.level < Level.VERIFIED and levels.has_email(actor.user):
        known = replace(known, level=Level.EMAIL)
    return known


def _of_person(
    known: Known, person: Person, component: Component, at: datetime, reads: Collection[str]
) -> Known:
    if FACTS in reads or CODE in reads:
        used = EntryCode.objects.filter(
            component=asker_of(component) or component, used_by=OuterRef("pk")
        )
        rows = Person.objects.select_related("raati_profile__area__parent")
        row = rows.annotate(has_code=Exists(used)).get(pk=person.pk)
        known = replace(known, told=_told(row), has_code=row.has_code)
    if FACTS in reads or LEVEL in reads:
        proofs = Verification.objects.filter(person=person).in_force(at)
        found = list(proofs.select_related("area__parent").order_by("-at", "-pk"))
        level = Level.VERIFIED if found else Level.NONE
        known = replace(known, level=level, proved=joined(found))
    return known


def _told(person: Person) -> Facts:
    profile: Any = getattr(person, "raati_profile", None)
    if profile is None:
        return NOTHING
    return Facts(profile.status, _slugs(profile.area), Born.in_year(profile.birth_year))


def joined(proofs: Iterable[Verification]) -> Facts:
    """What several proofs say together, the newest first: it wins where two contradict."""
    found = NOTHING
    for proof in proofs:
        born = Born(proof.born_from, proof.born_to)
        found = found.or_else(Facts(proof.status, _slugs(proof.area), born))
    return found


def _slugs(area: Area | None) -> tuple[str, ...]:
    if area is None:
        return ()
    return (area.slug, area.parent.slug) if area.parent else (area.slug,)
