"""Answers before they are published: written, looked over, published alone or with others."""

from typing import Any

from i18nfield.strings import LazyI18nString

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor

from .. import policies, rules, signals, stages
from ..models import Answer, AnswerDraft, Idea
from ..texts import Texts, clean_texts
from .handling import answer_idea
from .locking import locked


@action("ideas.prepare_answer")
def prepare_answer(
    *,
    actor: Actor,
    idea: Idea,
    outcome: str,
    text: Texts,
    role: Texts,
    passed_on_to: Texts = "",
    is_ready: bool = False,
    draft_version: int | None = None,
    version: int | None = None,
) -> AnswerDraft:
    """Keep an answer for colleagues, half-written or ready to be published.

    `draft_version` is the prepared answer's as the form showed it (0: there was none),
    `version` the published answer's. The same words again change nothing.
    """
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_visible(idea)
    words = _cleaned(idea, outcome, text, role, passed_on_to)
    draft, published = _draft(idea), _published_version(idea)
    if draft and _says(draft) == (words, is_ready) and draft.answer_version == published:
        return draft
    rules.require_version(draft_version, draft.version if draft else 0)
    rules.require_version(version, published)
    rules.require_something_prepared(words)
    if is_ready:
        _require_complete(idea, words)
    draft = draft or AnswerDraft(idea=idea, version=0)
    draft.outcome = words["outcome"]
    for name in ("text", "role", "passed_on_to"):
        setattr(draft, name, LazyI18nString(words[name]))
    draft.answer_version = published
    _save(actor, draft, is_ready=is_ready)
    return draft


@action("ideas.mark_ready")
def mark_ready(*, actor: Actor, idea: Idea) -> AnswerDraft:
    """Say that the prepared answer may be published as it is."""
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_visible(idea)
    draft = rules.require_prepared(_draft(idea))
    _require_complete(idea, _says(draft)[0])
    if not draft.is_ready:
        _save(actor, draft, is_ready=True)
    return draft


@action("ideas.discard_prepared")
def discard_prepared(*, actor: Actor, idea: Idea, draft_version: int | None = None) -> None:
    """Throw the prepared answer away; what it said stays in the log."""
    idea = locked(idea)
    policies.may_handle(actor, idea)
    draft = _draft(idea)
    if draft is None:
        return
    rules.require_version(draft_version, draft.version)
    said, _ready = _says(draft)
    draft.delete()
    audit.record(actor, idea, "ideas.discard_prepared", before=said)


@action("ideas.publish_answer")
def publish_answer(*, actor: Actor, idea: Idea, draft_version: int | None, **answer: Any) -> Answer:
    """Publish `answer` (as `answer_idea` takes it) and let go of what was prepared.

    `draft_version` is the prepared answer's that the form showed (0: there was none).
    """
    idea = locked(idea)
    policies.may_handle(actor, idea)
    draft = _draft(idea)
    rules.require_version(draft_version, draft.version if draft else 0)
    if draft:
        draft.delete()
    return answer_idea(actor=actor, idea=idea, **answer)


@action("ideas.publish_prepared")
def publish_prepared(*, actor: Actor, idea: Idea) -> Answer:
    """Publish the prepared answer as it is, if it is ready and nobody answered meanwhile."""
    idea = locked(idea)
    policies.may_handle(actor, idea)
    draft = rules.require_ready(_draft(idea))
    return publish_answer(
        actor=actor,
        idea=idea,
        draft_version=draft.version,
        outcome=draft.outcome,
        text=draft.text,
        role=draft.role,
        passed_on_to=draft.passed_on_to,
        version=draft.answer_version,
    )


def _draft(idea: Idea) -> AnswerDraft | None:
    return AnswerDraft.objects.filter(idea=idea).first()


def _published_version(idea: Idea) -> int:
    found = Answer.objects.filter(idea=idea).values_list("version", flat=True).first()
    return found or 0


def _cleaned(
    idea: Idea, outcome: str, text: Texts, role: Texts, passed_on_to: Texts
) -> dict[str, Any]:
    stage = stages.find(idea.component, outcome) if outcome else None
    return {
        "outcome": stage.key if stage else "",
        "text": clean_texts(text),
        "role": clean_texts(role),
        "passed_on_to": clean_texts(passed_on_to),
    }


def _says(draft: AnswerDraft) -> tuple[dict[str, Any], bool]:
    words = {name: clean_texts(getattr(draft, name)) for name in ("text", "role", "passed_on_to")}
    return {"outcome": draft.outcome, **words}, draft.is_ready


def _require_complete(idea: Idea, words: dict[str, Any]) -> None:
    stage = stages.find(idea.component, words["outcome"])
    rules.require_answer(stage, words["text"], words["role"], words["passed_on_to"])


def _save(actor: Actor, draft: AnswerDraft, *, is_ready: bool) -> None:
    draft.is_ready = is_ready
    draft.author = actor.person
    draft.version += 1
    draft.updated_at = clock.now()
    draft.save()
    idea = draft.idea
    audit.record(actor, idea, "ideas.prepare_answer", is_ready=is_ready, after=_says(draft)[0])
    signals.answer_prepared.tell(subject=idea, component=idea.component, is_ready=is_ready)
