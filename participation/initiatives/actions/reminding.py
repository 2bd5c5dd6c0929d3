"""What the clock does: reminds of due dates before, on and after the day, once each."""

from datetime import date, timedelta

from participation.core import clock, due
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.due import Step
from participation.core.facts import FactSignal
from participation.core.models import AuthorKind
from participation.core.policies import require
from participation.core.working_days import calendar

from .. import conf, signals
from ..models import Initiative, State

#: What officials are told by name; the registry has its letters before and after the day.
FACTS = {
    Step.TODAY: signals.initiative_due_today,
    Step.DEPUTY: signals.initiative_escalated,
    Step.HEAD: signals.initiative_escalated,
}


@action("initiatives.remind")
def remind(*, actor: Actor) -> int:
    """Tell of each initiative that is due soon, today or overdue, once each; returns how many."""
    require(actor.kind == AuthorKind.SYSTEM, "")
    today = clock.today()
    soon = today + timedelta(days=conf.get("INITIATIVE_REMIND_DAYS"))
    told = _tell(signals.initiative_overdue, "overdue_told_at", today)
    told += _tell(signals.initiative_due_soon, "reminded_at", soon + timedelta(days=1))
    return told + _tell_officials(today)


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


def _tell_officials(today: date) -> int:
    """On working days only: nobody is chased in July."""
    if not calendar().is_open(today):
        return 0
    spans = due.spans(today, calendar(), ahead=0)
    return sum(_tell_step(step, spans[step]) for step in FACTS)


def _tell_step(step: Step, span: tuple[date, date]) -> int:
    rows = Initiative.objects.visible().filter(
        state=State.DELIVERED, taken_up_on=None, due_on__range=span
    )
    found = list(
        due.untaken(rows, step)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("component")
    )
    days = [(each, each.due_on) for each in found if each.due_on]
    due.take(Initiative._meta.label, [(each.pk, day, step) for each, day in days])
    for each, day in days:
        FACTS[step].tell(
            subject=each, component=each.component, due_on=day.isoformat(), step=str(step)
        )
    return len(found)
