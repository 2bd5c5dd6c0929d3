"""What an idea waits for, in words, for the top of its page."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from participation.core import clock
from participation.core.when import day_text

from ..models import Answer, AnswerDraft, Idea, Promise
from .waiting import WEEK


@dataclass(frozen=True)
class Wait:
    """One line: where on the page it is put right, and whether it is late."""

    text: str
    place: str
    is_late: bool = False


def waits(idea: Idea) -> list[Wait]:
    """Everything that somebody should do for this idea, the late first."""
    if not idea.is_visible:
        return []
    found = [*_answer(idea), *_promise(idea), *_prepared(idea), *_languages(idea)]
    return sorted(found, key=lambda wait: not wait.is_late)


def _answer(idea: Idea) -> list[Wait]:
    if idea.official_answer is not None:
        return []
    found = []
    if idea.owner_id is None:
        found.append(Wait(_("Nobody looks after this idea yet."), "assign"))
    today = clock.glance().date()
    if idea.due_on and idea.due_on < today:
        text = _("The answer was due on %(day)s.") % {"day": day_text(idea.due_on)}
        found.append(Wait(text, "answer", is_late=True))
    elif idea.due_on and idea.due_on <= today + WEEK:
        text = _("The answer is due on %(day)s.") % {"day": day_text(idea.due_on)}
        found.append(Wait(text, "answer"))
    return found


def _promise(idea: Idea) -> list[Wait]:
    promise: Promise | None = getattr(idea, "promise", None)
    if promise is None or promise.kept_at is not None:
        return []
    text = _("%(count)d supports were reached: we promised to take this up by %(day)s.") % {
        "count": promise.threshold,
        "day": day_text(promise.due_on),
    }
    return [Wait(text, "move", is_late=promise.due_on < clock.glance().date())]


def _prepared(idea: Idea) -> list[Wait]:
    draft: AnswerDraft | None = getattr(idea, "answer_draft", None)
    if draft is None:
        return []
    if draft.is_ready:
        return [Wait(_("A prepared answer is ready to be published."), "answer")]
    return [Wait(_("An answer is being prepared."), "answer")]


def _languages(idea: Idea) -> list[Wait]:
    answer: Answer | None = idea.official_answer
    missing = answer.missing_languages if answer else []
    if not missing:
        return []
    text = _("The published answer is missing in: %(names)s.") % {"names": ", ".join(missing)}
    return [Wait(text, "answer")]
