"""Hiding an idea with a reason that is shown in its place, and taking that back."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import HideReason, Idea
from .locking import locked


@action("ideas.hide")
def hide_idea(*, actor: Actor, idea: Idea, reason: str, note: str = "") -> Idea:
    """Take the idea out of everybody's sight, everywhere.

    `reason` is a HideReason and public; `note` goes to the log only. Supports are
    kept, in case it is restored; supporters may take theirs back.
    """
    idea = locked(idea)
    policies.may_hide(actor, idea)
    rules.require_hideable(idea)
    if reason not in HideReason.values:
        raise RuleBroken("reason", _("Choose the reason that is shown in the idea's place."))
    idea.hidden_at = clock.now()
    idea.hidden_reason = HideReason(reason)
    idea.save(update_fields=["hidden_at", "hidden_reason"])
    audit.record(actor, idea, "ideas.hide", reason=reason, note=clean_text(note))
    signals.idea_hidden.tell(subject=idea, component=idea.component, reason=reason)
    announce.gone(idea)
    return idea


@action("ideas.restore")
def restore_idea(*, actor: Actor, idea: Idea, reason: str) -> Idea:
    """Show a hidden idea again; `reason` goes to the log."""
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
    signals.idea_restored.tell(subject=idea, component=idea.component)
    announce.returned(idea)
    return idea
