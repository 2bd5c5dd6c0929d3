"""Finding, opening and locking a case; what every decision leaves behind."""

from datetime import datetime
from typing import Any

from participation.core import outbox
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.moderatable import Moderatable

from ..models import Case, Decision, Lane, Source
from ..models.cases import TITLE_LENGTH

DECISION_MAIL, ANSWER_MAIL = "moderation.decision", "moderation.answer"


def locked(case: Case) -> Case:
    """The case as it is now, locked to the end of the transaction."""
    rows = Case.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("component").get(pk=case.pk)


def opened(
    kind: Moderatable,
    thing: Any,
    source: Source,
    now: datetime,
    *,
    lane: Lane = Lane.ORDINARY,
    evidence: dict[str, Any] | None = None,
) -> tuple[Case, bool]:
    """The open case about this thing, made now if there is none; whether it was made.

    Locked: what is put into it was there before anybody decides, or opens the next one.
    """
    rows = Case.objects.select_for_update(no_key=True, of=("self",)).open()
    while True:
        case, is_new = Case.objects.get_or_create(
            kind=kind.label,
            subject_id=thing.public_id,
            lane=lane,
            closed_at=None,
            defaults={
                "component": kind.component(thing),
                "source": source,
                "title": kind.title(thing)[:TITLE_LENGTH],
                "text": kind.text(thing),
                "evidence": evidence or {},
                "opened_at": now,
            },
        )
        if is_new:
            return case, True
        held = rows.select_related("component").filter(pk=case.pk).first()
        if held is not None:
            return held, False


def write_decision(case: Case, actor: Actor, now: datetime, **said: Any) -> Decision:
    """One more decision; the case is closed by it and has a new version."""
    decision = Decision.objects.create(case=case, by=actor.person, at=now, **said)
    case.closed_at = case.closed_at or now
    case.version += 1
    case.save(update_fields=["closed_at", "version"])
    return decision


def tell_author(author: Person | None, decision: Decision, kind: str = DECISION_MAIL) -> None:
    """A mail to the author about what restricts them, in the transaction of the decision."""
    if author is None or not decision.is_restricting:
        return
    outbox.post(
        mark=f"{kind}:{decision.public_id}",
        kind=kind,
        person=author,
        data={"decision": decision.public_id},
    )


def hand(actor: Actor, kind: Moderatable, thing: Any) -> Actor:
    """Who carries a decision out: whoever took it, or the service for who has no such role there.

    The readers of the other queue and the stand-in have been asked by policies already.
    """
    return actor if kind.may_moderate(actor, thing) else Actor.system("moderation")
