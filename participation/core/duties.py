"""Who has the work of whom: colleagues who stand in for those who are away."""

from collections.abc import Collection, Iterable
from datetime import date

from . import clock
from .models import Absence, Component, RoleGrant


def stand_ins(day: date) -> dict[int, int]:
    """By each person away on that day: who has their work. One query, two when somebody is away.

    A deputy who is away hands on to their own. Where the way ends at nobody who holds a role
    (or runs in a circle) the work stays where it is: nothing is ever with nobody.
    """
    named = dict(Absence.objects.on(day).values_list("person", "deputy"))
    if not named:
        return {}
    found = {person: _last(person, named) for person in named}
    grants = RoleGrant.objects.in_force(clock.now())
    able = set(
        grants.filter(person__in=set(found.values()), person__user__is_active=True)
        .values_list("person", flat=True)
        .distinct()
    )
    return {person: deputy for person, deputy in found.items() if deputy in able}


def _last(person: int, named: dict[int, int]) -> int:
    seen, here = {person}, named[person]
    while here in named and here not in seen:
        seen.add(here)
        here = named[here]
    return here


def at_work(people: Iterable[int | None], standing: dict[int, int]) -> list[int]:
    """These people, each replaced by who stands in; nobody twice, nobody missing."""
    return list(dict.fromkeys(standing.get(pk, pk) for pk in people if pk))


def covered_by(person: int, day: date) -> frozenset[int]:
    """Whose work this person has besides their own on that day."""
    return frozenset(away for away, deputy in stand_ins(day).items() if deputy == person)


def reaches(grant: RoleGrant, component: Component) -> bool:
    """Whether a grant without a service area holds in this place; its source page is read."""
    if grant.component_id is None or grant.component_id == component.pk:
        return True
    above = grant.component.source_page if grant.component else None
    page = component.source_page
    return bool(above and page and page.path.startswith(above.path))


def holders(roles: Collection[str], at: object) -> list[RoleGrant]:
    """The grants of these roles in force, with their places, of people who can sign in."""
    grants = RoleGrant.objects.in_force(at).filter(
        role__in=roles, person__user__is_active=True, service_area=None
    )
    return list(grants.select_related("component__source_page").order_by("pk"))
