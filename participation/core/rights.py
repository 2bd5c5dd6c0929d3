"""Rights: "n per person" without counting, by a conditional UPDATE of one row.

Lock order in every action: the component (shared), the right row, the thing
itself, counters last. See README.md, "Locks".
"""

from django.db.models import F
from django.utils.translation import ngettext

from .models import Component, Person, Right
from .rules import RuleBroken
from .statements import update_returning


def _use_one(component: Component, person: Person, act: str, limit: int | None) -> int:
    rows = Right.objects.filter(component=component, person=person, act=act)
    if limit is not None:
        rows = rows.filter(used__lt=limit)
    taken = update_returning(rows, "used", used=F("used") + 1)
    return taken[0][0] if taken else 0


def take(*, component: Component, person: Person, act: str, limit: int | None) -> int:
    """Use one right of `act`; RuleBroken("limit") when `limit` are used (None: no limit).

    Returns how many are used now. The row stays locked to the end of the transaction.
    """
    used = _use_one(component, person, act, limit)
    if used:
        return used
    Right.objects.bulk_create(
        [Right(component=component, person=person, act=act)], ignore_conflicts=True
    )
    used = _use_one(component, person, act, limit)
    if not used:
        raise RuleBroken("limit", limit_reached(limit or 0))
    return used


def hold(*, component: Component, person: Person, act: str) -> None:
    """Lock the right's row, before the thing that it was used for is taken away."""
    rows = Right.objects.select_for_update(no_key=True)
    rows.filter(component=component, person=person, act=act).first()


def give_back(*, component: Component, person: Person, act: str) -> None:
    """Return one right, after the thing it was used for is really gone."""
    Right.objects.filter(component=component, person=person, act=act, used__gt=0).update(
        used=F("used") - 1
    )


def used(*, component: Component, person: Person | None, act: str) -> int:
    """How many rights of `act` the person has used; for showing, not for deciding."""
    if person is None:
        return 0
    row = Right.objects.filter(component=component, person=person, act=act).first()
    return row.used if row else 0


def limit_reached(limit: int) -> str:
    """The reason shown when nothing is left."""
    return ngettext(
        "You have already used the %(limit)s that each person has here.",
        "You have already used all %(limit)s that each person has here.",
        limit,
    ) % {"limit": limit}
