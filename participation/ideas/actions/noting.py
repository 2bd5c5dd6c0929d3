"""What colleagues tell each other about an idea."""

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.receipts import once
from participation.core.text import clean_text

from .. import policies, rules, signals
from ..models import Idea, Note


@action("ideas.add_note")
def add_note(*, actor: Actor, idea: Idea, text: str, key: str) -> Note:
    """Write an internal note. It is shown on the desk only; the same key again is the same note."""
    policies.may_note(actor, idea)
    text = clean_text(text)
    rules.require_note(text)
    made, _created = once(
        actor=actor,
        key=key,
        act="ideas.add_note",
        content={"idea": idea.public_id, "text": text},
        make=lambda: str(_write(actor, idea, text).pk),
    )
    return Note.objects.get(pk=int(made))


def _write(actor: Actor, idea: Idea, text: str) -> Note:
    note = Note.objects.create(idea=idea, text=text, by=actor.person, at=clock.now())
    audit.record(actor, idea, "ideas.add_note")
    signals.note_added.tell(subject=idea, component=idea.component)
    return note
