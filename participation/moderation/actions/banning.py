"""Keeping somebody from writing for a time, and ending that early."""

from datetime import datetime

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.text import clean_text

from .. import policies, rules, signals
from ..models import Ban, Decision


def bar(person: Person, decision: Decision, until: datetime, component: Component | None) -> Ban:
    """Inside a decision: everywhere, or in one place alone."""
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    ban = Ban.objects.create(
        person=person, decision=decision, component=component, at=decision.at, until=until
    )
    note_latest(person, decision.at)
    signals.person_barred.tell(subject=ban, component=decision.case.component)
    return ban


def note_latest(person: Person, now: datetime) -> None:
    """Write on the person's own row how long any ban lasts, so that nobody asks twice."""
    bans = Ban.objects.in_force(now).filter(person=person)
    latest = bans.order_by("-until").values_list("until", flat=True).first()
    Person.objects.filter(pk=person.pk).update(barred_until=latest)


@action("moderation.lift_ban")
def lift_ban(*, actor: Actor, ban: Ban, why: str) -> Ban:
    """End a ban early; `why` goes to the log."""
    ban = Ban.objects.select_for_update(no_key=True, of=("self",)).select_related(
        "decision__case__component", "person"
    ).get(pk=ban.pk)  # fmt: skip
    policies.may_moderate(actor, ban.decision.case)
    why, now = clean_text(why), clock.now()
    rules.require_liftable(ban, why, now)
    end(ban, actor, why, now)
    audit.record(actor, ban.decision.case, "moderation.lift_ban", reason=why)
    return ban


def end(ban: Ban, actor: Actor, why: str, now: datetime) -> None:
    ban.lifted_at, ban.lifted_by, ban.lifted_why = now, actor.person, why[:300]
    ban.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
    note_latest(ban.person, now)
    signals.ban_lifted.tell(subject=ban, component=ban.decision.case.component)
