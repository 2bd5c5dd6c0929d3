"""What the clock does: reminds of due dates, once before and once after."""

from datetime import timedelta

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.facts import FactSignal
from participation.core.models import AuthorKind
from participation.core.policies import require

from .. import conf, signals
from ..models import Initiative


@action("initiatives.remind")
def remind(*, actor: Actor) -> int:
    """Tell of each initiative that is due soon or overdue, once each; returns how many."""
    require(actor.kind == AuthorKind.SYSTEM, "")
    today = clock.today()
    soon = today + timedelta(days=conf.get("INITIATIVE_REMIND_DAYS"))
    overdue = _tell(signals.initiative_overdue, "overdue_told_at", today)
    return overdue + _tell(signals.initiative_due_soon, "reminded_at", soon + timedelta(days=1))


def _tell(fact: FactSignal, told: str, before: object) -> int:
    rows = Initiative.objects.due_before(before).filter(**{told: None})  # type: ignore[arg-type]
    found = list(rows.select_for_update(of=("self",)).select_related("component"))
    now = clock.now()
    for initiative in found:
        # Whoever is overdue was not reminded in time; now it is too late for that.
        initiative.reminded_at = now
        setattr(initiative, told, now)
        initiative.save(update_fields=["reminded_at", told])
        fact.tell(subject=initiative, component=initiative.component)
    return len(found)
