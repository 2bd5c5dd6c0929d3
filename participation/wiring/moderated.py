"""What happens to a thing on its own desk enters its case: for each kind that moderation knows.

The facts' subject is the thing; `by` in their data names who decided, `why` what holds it back.
"""

from typing import Any

from django.db import models

from participation.core import moderatable
from participation.core.actors import Actor
from participation.core.facts import FactSignal
from participation.core.models import Fact, Person
from participation.moderation import actions
from participation.moderation.models import What

SYSTEM = Actor.system("moderation")


def connect(
    model: type[models.Model],
    *,
    held: FactSignal,
    withdrawn: FactSignal,
    decided: dict[FactSignal, What],
) -> None:
    """Listen to one kind's facts; `decided` says which decision a fact stands for."""
    rows = model._default_manager.select_related("component")
    names = {signal.name: what for signal, what in decided.items()}

    def found(fact: Fact) -> tuple[moderatable.Moderatable, Any] | None:
        kind = moderatable.kind_of(fact.subject_type)
        thing = rows.filter(pk=fact.subject_id).first()
        return (kind, thing) if kind and thing else None

    def open_held(fact: Fact, **_given: Any) -> None:
        """What waits for approval waits in the moderators' queue; a report has its own case."""
        pair = found(fact)
        if pair and fact.data.get("why") != "report":
            actions.open_held(actor=SYSTEM, kind=pair[0], thing=pair[1])

    def record_elsewhere(fact: Fact, **_given: Any) -> None:
        pair = found(fact)
        if pair is None:
            return
        actions.record_elsewhere(
            actor=SYSTEM,
            kind=pair[0],
            thing=pair[1],
            what=names[fact.name],
            reason=fact.data.get("reason", ""),
            by=Person.objects.filter(public_id=fact.data.get("by") or None).first(),
            at=fact.at,
        )

    def close_gone(fact: Fact, **_given: Any) -> None:
        pair = found(fact)
        if pair:
            actions.close_gone(actor=SYSTEM, kind=pair[0], thing=pair[1])

    label = model._meta.label_lower
    heard = {held: open_held, withdrawn: close_gone, **dict.fromkeys(decided, record_elsewhere)}
    for signal, hear in heard.items():
        signal.connect(hear, dispatch_uid=f"raati_wiring:{label}:{hear.__name__}", weak=False)
