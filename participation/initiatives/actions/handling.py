"""What the municipality does: records the pending day and what was done."""

from datetime import date

from i18nfield.strings import LazyI18nString

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import require_version
from participation.core.text import clean_text
from participation.core.texts import Texts, clean_texts

from .. import announce, policies, rules, signals
from ..models import Entry, EntryKind, Initiative, State
from ..threshold import due_on
from .locking import locked


@action("initiatives.record_pending")
def record_pending(
    *,
    actor: Actor,
    initiative: Initiative,
    on: date,
    register_number: str = "",
    prepared_by: Texts = "",
    version: int | None = None,
) -> Initiative:
    """Record, or put right, since when it has been pending: the clock runs from that day."""
    initiative = locked(initiative)
    policies.may_handle(actor, initiative)
    require_version(version, initiative.version)
    rules.require_pending_day(initiative, on, clock.today())
    before = _pending(initiative)
    initiative.pending_on = on
    initiative.register_number = clean_text(register_number)
    initiative.prepared_by = LazyI18nString(clean_texts(prepared_by))
    initiative.due_on = due_on(initiative.component, on, reached=initiative.reached is not None)
    if _pending(initiative) == before:
        return initiative
    # The new date is reminded of anew.
    initiative.reminded_at = initiative.overdue_told_at = None
    initiative.version += 1
    initiative.save()
    audit.record(
        actor, initiative, "initiatives.record_pending", before=before, after=_pending(initiative)
    )
    signals.initiative_pending.tell(subject=initiative, component=initiative.component)
    announce.changed(initiative)
    return initiative


def _pending(initiative: Initiative) -> dict[str, object]:
    return {
        "on": initiative.pending_on.isoformat() if initiative.pending_on else "",
        "number": initiative.register_number,
        "prepared_by": initiative.prepared_by.data if initiative.prepared_by else {},
        "due_on": initiative.due_on.isoformat() if initiative.due_on else "",
    }


@action("initiatives.record")
def record_entry(
    *,
    actor: Actor,
    initiative: Initiative,
    kind: str,
    on: date,
    text: Texts,
    role: Texts,
    version: int | None = None,
) -> Entry:
    """Tell what was done, publicly; an answer or a closing ends the matter."""
    initiative = locked(initiative)
    policies.may_handle(actor, initiative)
    require_version(version, initiative.version)
    texts, roles = clean_texts(text), clean_texts(role)
    rules.require_entry(initiative, kind, on, clock.today(), texts, roles)
    entry = Entry.objects.create(
        initiative=initiative,
        kind=EntryKind(kind),
        on=on,
        text=LazyI18nString(texts),
        role=LazyI18nString(roles),
        by=actor.person,
        at=clock.now(),
    )
    if kind == EntryKind.TAKEN_UP:
        initiative.taken_up_on = on
    elif kind in rules.ENDS:
        initiative.state = State(kind)
        initiative.taken_up_on = initiative.taken_up_on or on
    initiative.version += 1
    initiative.save(update_fields=["taken_up_on", "state", "version"])
    audit.record(actor, initiative, "initiatives.record", kind=kind, on=on.isoformat(), text=texts)
    signals.initiative_recorded.tell(
        subject=initiative, component=initiative.component, entry=entry.pk, kind=kind
    )
    announce.changed(initiative)
    return entry
