"""What the city does: gives an idea an owner and a due date, moves it on, answers it."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person, RoleGrant, ServiceArea
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import Answer, Idea, State, Step
from ..texts import Texts, clean_texts
from .locking import locked


@action("ideas.assign")
def assign_idea(
    *,
    actor: Actor,
    idea: Idea,
    service_area: ServiceArea | None,
    owner: Person | None,
    due_on: date | None,
    version: int | None = None,
) -> Idea:
    """Say who answers and by when. `version` is the idea's as the form showed it."""
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_version(version, idea.version)
    if owner and not RoleGrant.objects.in_force(clock.now()).filter(person=owner).exists():
        raise RuleBroken("owner", _("The owner must be somebody with a role."))
    before = _assignment(idea)
    idea.service_area, idea.owner, idea.due_on = service_area, owner, due_on
    after = _assignment(idea)
    if before == after:
        return idea
    idea.version += 1
    idea.save(update_fields=["service_area", "owner", "due_on", "version"])
    audit.record(actor, idea, "ideas.assign", before=before, after=after)
    signals.idea_assigned.tell(subject=idea, component=idea.component)
    return idea


def _assignment(idea: Idea) -> dict[str, str]:
    return {
        "service_area": idea.service_area.slug if idea.service_area else "",
        "owner": idea.owner.public_id if idea.owner else "",
        "due_on": idea.due_on.isoformat() if idea.due_on else "",
    }


@action("ideas.move")
def move_idea(
    *,
    actor: Actor,
    idea: Idea,
    state: str,
    note: Texts = "",
    passed_on_to: str = "",
    role: Texts = "",
    version: int | None = None,
) -> Step:
    """Take the idea a step further, with a public note; `passed_on_to` names the receiver."""
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_version(version, idea.version)
    notes, receiver = clean_texts(note), clean_text(passed_on_to)
    rules.require_step(idea, state, receiver, noted=bool(notes))
    before = idea.state
    step = _step(actor, idea, State(state), notes, receiver, clean_texts(role))
    audit.record(actor, idea, "ideas.move", before=before, after=state, passed_on_to=receiver)
    signals.idea_moved.tell(subject=idea, component=idea.component, before=before, after=state)
    announce.moved(idea)
    return step


def _step(
    actor: Actor,
    idea: Idea,
    state: State,
    note: dict[str, str],
    receiver: str,
    role: dict[str, str],
) -> Step:
    """Write the step and the idea's new state; the receiver only where it was passed on."""
    idea.state = state
    idea.version += 1
    idea.save(update_fields=["state", "version"])
    return Step.objects.create(
        idea=idea,
        state=state,
        at=clock.now(),
        note=LazyI18nString(note),
        passed_on_to=receiver if state == State.PASSED_ON else "",
        by=actor.person,
        role=LazyI18nString(role),
    )


@action("ideas.answer")
def answer_idea(
    *,
    actor: Actor,
    idea: Idea,
    outcome: str,
    text: Texts,
    role: Texts,
    passed_on_to: str = "",
    version: int | None = None,
) -> Answer:
    """Publish the city's answer, or change it; its outcome becomes the idea's next step.

    `text` and `role` by language code, in at least one language. `version` is the
    answer's as the form showed it (0: there was none).
    """
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_visible(idea)
    texts, roles, receiver = clean_texts(text), clean_texts(role), clean_text(passed_on_to)
    rules.require_answer(outcome, texts, roles, receiver)
    answer = Answer.objects.filter(idea=idea).first()
    rules.require_version(version, answer.version if answer else 0)
    now = clock.now()
    if answer is None:
        before = None
        answer = Answer(idea=idea, published_at=now)
    else:
        before = {"outcome": answer.outcome, "text": answer.text.data, "role": answer.role.data}
        answer.version += 1
        answer.updated_at = now
    answer.outcome = State(outcome)
    answer.text, answer.role = LazyI18nString(texts), LazyI18nString(roles)
    answer.author = actor.person
    answer.save()
    if idea.state != outcome or before is None:
        _step(actor, idea, State(outcome), {}, receiver, roles)
    after = {"outcome": outcome, "text": texts, "role": roles}
    audit.record(actor, idea, "ideas.answer", before=before, after=after)
    signals.idea_answered.tell(
        subject=idea, component=idea.component, outcome=outcome, first=before is None
    )
    announce.answered(idea)
    return answer
