"""Ideas and moderation: what happens to an idea on its board or desk enters its case."""

from typing import Any

from django.dispatch import receiver

from participation.core import moderatable
from participation.core.actors import Actor
from participation.core.models import Fact, Person
from participation.ideas import signals
from participation.ideas.models import Idea
from participation.moderation import actions
from participation.moderation.models import What

SYSTEM = Actor.system("moderation")
DECIDED = {
    "idea_hidden": What.HIDE,
    "idea_restored": What.RESTORE,
    "idea_approved": What.APPROVE,
}


def _found(fact: Fact) -> tuple[moderatable.Moderatable, Any] | None:
    kind = moderatable.kind_of(fact.subject_type)
    idea = Idea.objects.filter(pk=fact.subject_id).select_related("component").first()
    return (kind, idea) if kind and idea else None


@receiver(signals.idea_held, dispatch_uid="raati_wiring:open_held")
def open_held(fact: Fact, **_given: Any) -> None:
    """What waits for approval waits in the moderators' queue. A report has opened its own case."""
    found = _found(fact)
    if found and fact.data.get("why") != "report":
        actions.open_held(actor=SYSTEM, kind=found[0], thing=found[1])


@receiver(
    [signals.idea_hidden, signals.idea_restored, signals.idea_approved],
    dispatch_uid="raati_wiring:record_elsewhere",
)
def record_elsewhere(fact: Fact, **_given: Any) -> None:
    found = _found(fact)
    if not found:
        return
    by = Person.objects.filter(public_id=fact.data.get("by") or None).first()
    actions.record_elsewhere(
        actor=SYSTEM,
        kind=found[0],
        thing=found[1],
        what=DECIDED[fact.name],
        reason=fact.data.get("reason", ""),
        by=by,
        at=fact.at,
    )


@receiver(signals.idea_withdrawn, dispatch_uid="raati_wiring:close_gone")
def close_gone(fact: Fact, **_given: Any) -> None:
    found = _found(fact)
    if found:
        actions.close_gone(actor=SYSTEM, kind=found[0], thing=found[1])
