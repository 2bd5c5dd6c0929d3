"""What moderators do with an idea: hide and restore, hold back and approve, take words out."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import HideReason, Idea
from .locking import locked


def _by(actor: Actor) -> str:
    """Which member of staff it was, for whoever keeps the history; "" for the service itself."""
    return actor.person.public_id if actor.person else ""


def _require_reason(reason: str) -> HideReason:
    if reason not in HideReason.values:
        raise RuleBroken("reason", _("Choose the reason that is shown in the idea's place."))
    return HideReason(reason)


@action("ideas.hide")
def hide_idea(*, actor: Actor, idea: Idea, reason: str, note: str = "") -> Idea:
    """Take the idea out of everybody's sight, everywhere.

    `reason` is a HideReason and public; `note` goes to the log only. Supports are
    kept, in case it is restored; supporters may take theirs back.
    """
    idea = locked(idea)
    policies.may_hide(actor, idea)
    rules.require_hideable(idea)
    idea.hidden_reason = _require_reason(reason)
    idea.hidden_at = clock.now()
    idea.save(update_fields=["hidden_at", "hidden_reason"])
    audit.record(actor, idea, "ideas.hide", reason=reason, note=clean_text(note))
    signals.idea_hidden.tell(subject=idea, component=idea.component, reason=reason, by=_by(actor))
    announce.gone(idea)
    return idea


@action("ideas.restore")
def restore_idea(*, actor: Actor, idea: Idea, reason: str) -> Idea:
    """Show a hidden idea again; `reason` goes to the log.

    One that was still waiting for a moderator when it was hidden waits again.
    """
    idea = locked(idea)
    policies.may_hide(actor, idea)
    reason = clean_text(reason)
    if idea.hidden_at is None:
        raise RuleBroken("visible", _("This idea is not hidden."))
    if not reason:
        raise RuleBroken("reason", _("Tell why the idea is shown again."))
    idea.hidden_at, idea.hidden_reason = None, ""
    idea.save(update_fields=["hidden_at", "hidden_reason"])
    audit.record(actor, idea, "ideas.restore", reason=reason)
    signals.idea_restored.tell(subject=idea, component=idea.component, by=_by(actor))
    if idea.is_visible:
        announce.returned(idea)
    return idea


@action("ideas.hold")
def hold_idea(*, actor: Actor, idea: Idea) -> Idea:
    """Take a visible idea out of sight until a moderator has looked at it; twice is once."""
    idea = locked(idea)
    policies.may_hide(actor, idea)
    rules.require_hideable(idea)
    if idea.held_at is not None:
        return idea
    idea.held_at = clock.now()
    idea.save(update_fields=["held_at"])
    audit.record(actor, idea, "ideas.hold")
    signals.idea_held.tell(subject=idea, component=idea.component, why="report")
    announce.gone(idea)
    return idea


@action("ideas.approve")
def approve_idea(*, actor: Actor, idea: Idea) -> Idea:
    """Show an idea that waited. What was never shown before is told as sent only now."""
    idea = locked(idea)
    policies.may_hide(actor, idea)
    rules.require_held(idea)
    is_first = idea.held_at == idea.created_at
    idea.held_at = None
    idea.save(update_fields=["held_at"])
    audit.record(actor, idea, "ideas.approve")
    signals.idea_approved.tell(subject=idea, component=idea.component, by=_by(actor))
    if is_first:
        new_owner = idea.owner_id is not None
        signals.idea_sent.tell(subject=idea, component=idea.component, new_owner=new_owner)
        announce.sent(idea)
    else:
        announce.returned(idea)
    return idea


@action("ideas.redact")
def redact_idea(
    *, actor: Actor, idea: Idea, title: str, text: str, reason: str, note: str = ""
) -> Idea:
    """Take words out of an idea that may stay otherwise; its page says so.

    Earlier versions go too: they may hold the same words.
    """
    idea = locked(idea)
    policies.may_hide(actor, idea)
    rules.require_hideable(idea)
    title, text = clean_text(title), clean_text(text)
    rules.require_redacted(idea, title, text)
    idea.redacted_reason = _require_reason(reason)
    idea.title, idea.text, idea.redacted_at = title, text, clock.now()
    idea.save(update_fields=["title", "text", "redacted_at", "redacted_reason"])
    idea.revisions.all().delete()
    audit.record(actor, idea, "ideas.redact", reason=reason, note=clean_text(note))
    signals.idea_redacted.tell(subject=idea, component=idea.component, reason=reason, by=_by(actor))
    if idea.is_visible:
        announce.changed(idea)
    return idea
