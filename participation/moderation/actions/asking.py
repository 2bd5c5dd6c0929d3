"""The author asks once for a new decision; somebody else decides it."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import policies, rules, signals
from ..models import Appeal, Ban, Decision, Outcome, What
from . import banning
from .cases import ANSWER_MAIL, hand, locked, tell_author, write_decision
from .deciding import show


@action("moderation.appeal")
def ask_again(*, actor: Actor, decision: Decision, words: str) -> Appeal:
    """Ask for a new decision; once, and somebody who did not decide before answers."""
    policies.may_ask_again(actor, decision)
    case = locked(decision.case)
    words = clean_text(words)
    # Read anew under the lock: the second of two presses finds the first one's request.
    decision = Decision.objects.select_related("appeal").get(pk=decision.pk)
    rules.require_askable(decision, words)
    assert actor.person is not None
    appeal = Appeal.objects.create(decision=decision, by=actor.person, words=words, at=clock.now())
    case.version += 1
    case.save(update_fields=["version"])
    signals.new_decision_asked.tell(
        subject=case, component=case.component, decision=decision.public_id
    )
    return appeal


@action("moderation.decide_appeal")
def decide_again(*, actor: Actor, appeal: Appeal, outcome: str, answer: str) -> Appeal:
    """The new decision. CHANGED shows a hidden thing again and ends the bans of the decision."""
    case = locked(appeal.decision.case)
    appeal = Appeal.objects.select_related("decision__case", "by").get(pk=appeal.pk)
    policies.may_decide_again(actor, appeal)
    answer = clean_text(answer)
    rules.require_undecided(appeal.decided_at, answer)
    if outcome not in Outcome.values:
        raise RuleBroken("outcome", _("Choose what becomes of the decision."))
    now = clock.now()
    appeal.outcome, appeal.answer = Outcome(outcome), answer
    appeal.decided_at, appeal.decided_by = now, actor.person
    appeal.save(update_fields=["outcome", "answer", "decided_at", "decided_by"])
    if outcome == Outcome.CHANGED:
        _undo(actor, appeal, answer)
    case.refresh_from_db(fields=["version"])
    case.version += 1
    case.save(update_fields=["version"])
    tell_author(appeal.by, appeal.decision, ANSWER_MAIL)
    audit.record(actor, case, "moderation.decide_appeal", what=outcome, note=answer)
    signals.new_decision_made.tell(
        subject=case,
        component=case.component,
        outcome=outcome,
        decision=appeal.decision.public_id,
    )
    return appeal


def _undo(actor: Actor, appeal: Appeal, why: str) -> None:
    """Take back what can be: the words taken out of a text are its author's to write again."""
    decision, now = appeal.decision, clock.now()
    for ban in Ban.objects.in_force(now).filter(decision=decision).select_related("person"):
        banning.end(ban, actor, why, now)
    kind, thing = decision.case.kind_of_thing, decision.case.thing
    if decision.what != What.HIDE or kind is None or thing is None or not kind.is_hidden(thing):
        return
    doer = hand(actor, kind, thing)
    write_decision(decision.case, actor, now, what=What.RESTORE, note=why)
    kind.restore(doer, thing, why)
    show(doer, kind, thing.public_id)
