"""What moderators do with an initiative: hide and restore, hold back and approve, take words out.

Nothing of this touches the law's clock: the registry's document, the signatures, their number,
the crossing and the due date stay as they are.
"""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import RuleBroken, require_words_taken_out
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import HideReason, Initiative, Original, State
from .locking import locked


def _by(actor: Actor) -> str:
    """Which member of staff it was, for whoever keeps the history; "" for the service itself."""
    return actor.person.public_id if actor.person else ""


def _require_reason(reason: str) -> HideReason:
    if reason not in HideReason.values:
        raise RuleBroken("reason", _("Choose the reason that is shown in its place."))
    return HideReason(reason)


@action("initiatives.hide")
def hide_initiative(
    *, actor: Actor, initiative: Initiative, reason: str, note: str = ""
) -> Initiative:
    """Take it out of everybody's sight. `reason` is public, `note` goes to the log only.

    The document stays with the registry; signatures and their number are kept.
    """
    initiative = locked(initiative)
    policies.may_hide(actor, initiative)
    rules.require_hideable(initiative)
    initiative.hidden_at, initiative.hidden_reason = clock.now(), _require_reason(reason)
    initiative.save(update_fields=["hidden_at", "hidden_reason"])
    audit.record(actor, initiative, "initiatives.hide", reason=reason, note=clean_text(note))
    signals.initiative_hidden.tell(
        subject=initiative, component=initiative.component, reason=reason, by=_by(actor)
    )
    announce.gone(initiative)
    return initiative


@action("initiatives.restore")
def restore_initiative(*, actor: Actor, initiative: Initiative, reason: str) -> Initiative:
    """Show a hidden one again; `reason` goes to the log.

    One that was still waiting for a moderator when it was hidden waits again.
    """
    initiative = locked(initiative)
    policies.may_hide(actor, initiative)
    reason = clean_text(reason)
    if initiative.hidden_at is None:
        raise RuleBroken("visible", _("This initiative is not hidden."))
    if not reason:
        raise RuleBroken("reason", _("Tell why the initiative is shown again."))
    initiative.hidden_at, initiative.hidden_reason = None, ""
    initiative.save(update_fields=["hidden_at", "hidden_reason"])
    audit.record(actor, initiative, "initiatives.restore", reason=reason)
    signals.initiative_restored.tell(
        subject=initiative, component=initiative.component, by=_by(actor)
    )
    announce.changed(initiative)
    return initiative


@action("initiatives.hold")
def hold_initiative(*, actor: Actor, initiative: Initiative) -> Initiative:
    """Take it out of sight until a moderator has looked at it; twice is once."""
    initiative = locked(initiative)
    policies.may_hide(actor, initiative)
    rules.require_hideable(initiative)
    if initiative.held_at is not None:
        return initiative
    initiative.held_at = clock.now()
    initiative.save(update_fields=["held_at"])
    audit.record(actor, initiative, "initiatives.hold")
    signals.initiative_held.tell(subject=initiative, component=initiative.component, why="report")
    announce.gone(initiative)
    return initiative


@action("initiatives.approve")
def approve_initiative(*, actor: Actor, initiative: Initiative) -> Initiative:
    """Show one that waited. What was never shown before is told as published only now."""
    initiative = locked(initiative)
    policies.may_hide(actor, initiative)
    rules.require_hideable(initiative)
    if initiative.held_at is None:
        raise RuleBroken("not_held", _("This initiative does not wait for a moderator any more."))
    is_first = initiative.held_at == initiative.published_at
    initiative.held_at = None
    initiative.save(update_fields=["held_at"])
    audit.record(actor, initiative, "initiatives.approve")
    signals.initiative_approved.tell(
        subject=initiative, component=initiative.component, by=_by(actor)
    )
    if is_first:
        signals.initiative_published.tell(subject=initiative, component=initiative.component)
    announce.changed(initiative)
    return initiative


@action("initiatives.redact")
def redact_initiative(
    *, actor: Actor, initiative: Initiative, title: str, text: str, reason: str, note: str = ""
) -> Initiative:
    """Take words off the page, which says so. The words that were signed stay with the registry."""
    initiative = locked(initiative)
    policies.may_hide(actor, initiative)
    rules.require_hideable(initiative)
    title, text = clean_text(title), clean_text(text)
    rules.require_content(title, text, initiative.language)
    require_words_taken_out((initiative.title, initiative.text), (title, text))
    initiative.redacted_reason, now = _require_reason(reason), clock.now()
    kept = {"title": initiative.title, "text": initiative.text, "at": now}
    if initiative.state != State.DRAFT:
        Original.objects.get_or_create(initiative=initiative, defaults=kept)
    initiative.title, initiative.text, initiative.redacted_at = title, text, now
    initiative.save(update_fields=["title", "text", "redacted_at", "redacted_reason"])
    audit.record(actor, initiative, "initiatives.redact", reason=reason, note=clean_text(note))
    signals.initiative_redacted.tell(
        subject=initiative, component=initiative.component, reason=reason, by=_by(actor)
    )
    if initiative.is_visible:
        announce.changed(initiative)
    return initiative
