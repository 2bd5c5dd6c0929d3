"""Deciding a case: the thing's own action does it, the decision is kept beside it."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.moderatable import Moderatable
from participation.core.rules import RuleBroken, require_version
from participation.core.text import clean_text

from .. import policies, rules, signals, standing
from ..models import Case, Decision, What
from .banning import bar
from .cases import hand, locked, tell_author, write_decision


@action("moderation.decide")
def decide_case(
    *,
    actor: Actor,
    case: Case,
    what: str,
    reason: str = "",
    words: str = "",
    note: str = "",
    version: int | None = None,
    until: datetime | None = None,
    everywhere: bool = False,
    title: str = "",
    text: str = "",
    persons: Collection[Person] = (),
) -> Decision:
    """Decide what becomes of the thing, and tell its author why.

    `until` also keeps its author from writing: in this place, or `everywhere`. `title` and
    `text` are what stays of the words (REDACT), `persons` whose supports go (REMOVE).
    """
    case = locked(case)
    policies.may_moderate(actor, case)
    require_version(version, case.version)
    words, note, now = clean_text(words), clean_text(note), clock.now()
    kind, thing = case.kind_of_thing, case.thing
    if kind is None or thing is None:
        raise RuleBroken("nothing", _("What this is about is no longer there."))
    offered = standing.offered(kind, thing, case)
    known = [value for value, _label in kind.reasons()]
    rules.require_decision(what, reason, words, note, offered=offered, known=known)
    if what not in rules.WITH_REASON:
        reason = ""
    if what == What.BAN or (until and what in rules.WITH_REASON):
        until = rules.require_ban(until, now)
    decision = write_decision(case, actor, now, what=what, reason=reason, words=words, note=note)
    _carry_out(actor, kind, thing, decision, title=title, text=text, persons=persons)
    author = kind.author(thing)
    if until and author and what in rules.WITH_REASON:
        bar(author, decision, until, None if everywhere else case.component)
    tell_author(author, decision)
    audit.record(actor, case, "moderation.decide", what=what, reason=reason, note=note)
    signals.case_decided.tell(
        subject=case, component=case.component, what=what, decision=decision.public_id
    )
    return decision


def _carry_out(
    actor: Actor, kind: Moderatable, thing: Any, decision: Decision, **given: Any
) -> None:
    """What the decision means for the thing; leaving and warning change nothing of it."""
    what, note = decision.what, decision.note
    doer = hand(actor, kind, thing)
    if what == What.HIDE:
        kind.hide(doer, thing, decision.reason, note)
    elif what == What.RESTORE:
        kind.restore(doer, thing, note)
    elif what == What.REDACT:
        kind.redact(doer, thing, given["title"], given["text"], decision.reason, note)
    elif what == What.REMOVE:
        kind.remove_voices(doer, thing, given["persons"], decision.words)
    if what in (What.APPROVE, What.RESTORE, What.REDACT):
        show(doer, kind, thing.public_id)


def show(doer: Actor, kind: Moderatable, public_id: str) -> None:
    """Approve the thing if it waits: what a moderator lets stand waits no longer."""
    thing = kind.find(public_id)
    if thing is not None and kind.is_held(thing):
        kind.approve(doer, thing)


@action("moderation.approve")
def approve_case(*, actor: Actor, case: Case, version: int | None = None) -> Decision:
    """Let everybody see what waited."""
    return decide_case(actor=actor, case=case, what=What.APPROVE, version=version)
