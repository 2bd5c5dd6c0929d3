"""How long an erased person's identity is held: as long as something they took part in is open."""

from datetime import datetime, timedelta

from django.db.models import Q

from participation.core import clock
from participation.core.models import Component, Person
from participation.core.own_rows import rows_of
from participation.core.personal_data import Source, sources

from .. import conf
from ..identity import hold_identity


def hold_while_open(person: Person) -> None:
    """Nobody verifies a second account with the same identity to take part twice."""
    hold_identity(person, open_until(person) or clock.now())


def open_until(person: Person) -> datetime | None:
    """When the last place closes in which the person took part; None where none is open.

    A place without an end counts as open for RAATI_HELD_DAYS.
    """
    now = clock.now()
    places = Component.objects.filter(pk__in=taken_part_in(person), archived_at=None)
    ends = places.filter(Q(closes_at=None) | Q(closes_at__gt=now))
    without_end = now + timedelta(days=conf.get("HELD_DAYS"))
    return max(
        (end or without_end for end in ends.values_list("closes_at", flat=True)), default=None
    )


def taken_part_in(person: Person) -> set[object]:
    """The places that the person's own rows belong to, directly or through what they are about."""
    found: set[object] = set()
    for source in sources():
        for lookup in ways_to_place(source):
            found |= set(rows_of(source, person).order_by().values_list(lookup, flat=True))
    return found - {None}


def ways_to_place(source: Source) -> list[str]:
    """The lookups from a kind of data to its place: its own, else that of what it points at."""
    links = [f for f in source.model._meta.concrete_fields if f.is_relation]
    direct = [f.name for f in links if f.related_model is Component]
    if direct:
        return direct
    return [
        f"{link.name}__{f.name}"
        for link in links
        for f in link.related_model._meta.concrete_fields
        if f.is_relation and f.related_model is Component
    ]
