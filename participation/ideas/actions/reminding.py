"""What the clock does: tells of answers that are due soon, today, late and very late, once each."""

from datetime import date

from participation.core import clock, due
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.due import Step
from participation.core.models import AuthorKind
from participation.core.policies import require
from participation.core.working_days import calendar

from .. import conf, signals
from ..models import Idea

AT_ONCE = 200
FACTS = {
    Step.SOON: signals.idea_due_soon,
    Step.TODAY: signals.idea_due_today,
    Step.LATE: signals.idea_overdue,
    Step.DEPUTY: signals.idea_escalated,
    Step.HEAD: signals.idea_escalated,
}
#: What nobody was given is on the desk of communications; nobody is reminded before its day.
TO_OWNERS = (Step.SOON, Step.TODAY)


@action("ideas.remind")
def remind(*, actor: Actor) -> int:
    """Tell each step once for each due date, on working days only; how many."""
    require(actor.kind == AuthorKind.SYSTEM, "")
    today = clock.today()
    if not calendar().is_open(today):
        return 0
    spans = due.spans(today, calendar(), ahead=conf.get("IDEAS_REMIND_DAYS"))
    return sum(_tell(step, span) for step, span in spans.items())


def _tell(step: Step, span: tuple[date, date]) -> int:
    rows = Idea.objects.visible().filter(answer=None, due_on__range=span)
    if step in TO_OWNERS:
        rows = rows.exclude(owner=None)
    found = list(
        due.untaken(rows, step)
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("component")
        .order_by("due_on", "pk")[:AT_ONCE]
    )
    due.take(Idea._meta.label, [(idea.pk, idea.due_on, step) for idea in found if idea.due_on])
    for idea in found:
        day: date = idea.due_on  # type: ignore[assignment]
        FACTS[step].tell(
            subject=idea, component=idea.component, due_on=day.isoformat(), step=str(step)
        )
    return len(found)
