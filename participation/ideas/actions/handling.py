"""What the city does: gives an idea an owner and a due date, moves it on, answers it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person, RoleGrant, ServiceArea
from participation.core.rules import RuleBroken

from .. import announce, policies, rules, signals, stages
from ..models import Answer, AnswerRevision, Idea, State, Step
from ..stages import Stage
from ..texts import Texts, clean_texts
from . import promises
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
    signals.idea_assigned.tell(
        subject=idea,
        component=idea.component,
        new_owner=bool(owner) and before["owner"] != after["owner"],
    )
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
    passed_on_to: Texts = "",
    role: Texts = "",
    version: int | None = None,
) -> Step:
    """Take the idea a step further, with a public note; `passed_on_to` names the receiver.

    `state` is a State, or the id of one of the board's own stages.
    """
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_version(version, idea.version)
    notes, receiver = clean_texts(note), clean_texts(passed_on_to)
    stage = stages.find(idea.component, state)
    rules.require_step(idea, stage, receiver, noted=bool(notes))
    assert stage is not None
    before = idea.state
    step = _step(actor, idea, stage, notes, receiver, clean_texts(role))
    audit.record(
        actor, idea, "ideas.move", before=before, after=stage.meaning, passed_on_to=receiver
    )
    signals.idea_moved.tell(
        subject=idea, component=idea.component, before=before, after=stage.meaning
    )
    announce.moved(idea)
    return step


def _step(
    actor: Actor,
    idea: Idea,
    stage: Stage,
    note: dict[str, str],
    receiver: dict[str, str],
    role: dict[str, str],
) -> Step:
    """Write the step and the idea's new state; the receiver only where it was passed on."""
    idea.state, idea.stage = stage.meaning, stage.id
    idea.version += 1
    idea.save(update_fields=["state", "stage", "version"])
    promises.keep(idea)
    return Step.objects.create(
        idea=idea,
        state=stage.meaning,
        label=stage.label if stage.id else "",
        at=clock.now(),
        note=LazyI18nString(note),
        passed_on_to=LazyI18nString(receiver if stage.meaning == State.PASSED_ON else {}),
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
    passed_on_to: Texts = "",
    version: int | None = None,
) -> Answer:
    """Publish the city's answer, or change it; its outcome becomes the idea's next step.

    `outcome` is a State, or the id of one of the board's own stages; `text` and `role`
    by language code, in at least one language. `version` is the answer's as the form
    showed it (0: there was none). What a changed answer said before is kept, and public.
    """
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_visible(idea)
    texts, roles, receiver = clean_texts(text), clean_texts(role), clean_texts(passed_on_to)
    stage = stages.find(idea.component, outcome)
    rules.require_answer(stage, texts, roles, receiver)
    assert stage is not None
    answer = Answer.objects.filter(idea=idea).first()
    rules.require_version(version, answer.version if answer else 0)
    before = _said(answer) if answer else None
    after = {"outcome": str(stage.meaning), "text": texts, "role": roles}
    if answer is None:
        answer = Answer(idea=idea, published_at=clock.now())
    elif before != after:
        _keep(answer)
        answer.version += 1
        answer.updated_at = clock.now()
    steps = _is_news(idea, stage, receiver, before)
    if before == after and not steps:
        return answer
    answer.outcome = stage.meaning
    answer.text, answer.role = LazyI18nString(texts), LazyI18nString(roles)
    answer.author = actor.person
    answer.save()
    if steps:
        _step(actor, idea, stage, {}, receiver, roles)
    audit.record(actor, idea, "ideas.answer", before=before, after=after)
    signals.idea_answered.tell(
        subject=idea, component=idea.component, outcome=stage.meaning, first=before is None
    )
    announce.answered(idea)
    return answer


def _said(answer: Answer) -> dict[str, Any]:
    return {"outcome": answer.outcome, "text": answer.text.data, "role": answer.role.data}


def _is_news(
    idea: Idea, stage: Stage, receiver: dict[str, str], before: dict[str, Any] | None
) -> bool:
    """Whether the answer takes the idea a step; a mere change of words does not.

    The idea may have gone further since it was answered: it stays where it is then.
    """
    if before is None:
        return True
    if before["outcome"] == stage.meaning != idea.state:
        return False
    now = stages.of(idea.component, idea.state, idea.stage)
    if stage.meaning != State.PASSED_ON or now.key != stage.key:
        return now.key != stage.key
    last = idea.steps.order_by("at", "id").last()
    return last is None or last.passed_on_to.data != receiver


def _keep(answer: Answer) -> None:
    """Keep the answer as it is before a change."""
    AnswerRevision.objects.create(
        answer=answer,
        version=answer.version,
        outcome=answer.outcome,
        text=answer.text,
        role=answer.role,
        author=answer.author,
        at=answer.updated_at or answer.published_at,
    )
