"""What the clock does: tells of answers that are due soon and of those that are late, once each."""

from datetime import date, timedelta

from django.db.models import F, QuerySet

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.facts import FactSignal
from participation.core.models import AuthorKind
from participation.core.policies import require

from .. import conf, signals
from ..models import Idea

AT_ONCE = 200


@action("ideas.remind")
def remind(*, actor: Actor) -> int:
    """Tell of each answer that is due soon or overdue, once for each due date; how many."""
    require(actor.kind == AuthorKind.SYSTEM, "")
    today = clock.today()
    soon = today + timedelta(days=conf.get("IDEAS_REMIND_DAYS"))
    waiting = Idea.objects.visible().filter(answer=None, owner__isnull=False)
    overdue = waiting.filter(due_on__lt=today)
    due_soon = waiting.filter(due_on__range=(today, soon))
    return _tell(signals.idea_due_soon, due_soon, "soon_told_for") + _tell(
        signals.idea_overdue, overdue, "overdue_told_for"
    )


def _tell(fact: FactSignal, rows: QuerySet[Idea], told_for: str) -> int:
    """`told_for` holds the due date that was told of: a new one is told of anew."""
    found = list(
        rows.exclude(**{told_for: F("due_on")})
        .select_for_update(of=("self",), skip_locked=True)
        .select_related("component")
        .order_by("due_on", "pk")[:AT_ONCE]
    )
    Idea.objects.filter(pk__in=[idea.pk for idea in found]).update(**{told_for: F("due_on")})
    for idea in found:
        due: date = idea.due_on  # type: ignore[assignment]
        fact.tell(subject=idea, component=idea.component, due_on=due.isoformat())
    return len(found)
