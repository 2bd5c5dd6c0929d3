"""What can be changed about the site itself: feedback on accessibility."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import AuthorKind
from participation.core.receipts import once
from participation.core.rules import RuleBroken

from . import signals
from .models import AccessibilityFeedback
from .policies import require_feedback_officer

#: Act 306/2019 on digital services, section 8: feedback is answered within 14 days.
ANSWER_DAYS = 14


@action("home.send_accessibility_feedback")
def send_accessibility_feedback(
    *, actor: Actor, key: str, message: str, page_address: str, email: str, language: str
) -> AccessibilityFeedback:
    """Anybody may send; the clock starts on the day it comes in."""
    content = {"message": message, "page_address": page_address, "email": email}

    def make() -> str:
        row = AccessibilityFeedback.objects.create(
            **content,
            language=language,
            author=actor.person if actor.kind == AuthorKind.MEMBER else None,
            author_kind=actor.kind,
            received_at=clock.now(),
            due_on=clock.today() + timedelta(days=ANSWER_DAYS),
        )
        signals.accessibility_feedback_sent.tell(subject=row)
        return row.public_id

    public_id, _created = once(
        actor=actor, key=key, act="home.send_accessibility_feedback", content=content, make=make
    )
    return AccessibilityFeedback.objects.get(public_id=public_id)


@action("home.answer_accessibility_feedback")
def answer_accessibility_feedback(
    *, actor: Actor, feedback: AccessibilityFeedback, answer: str
) -> None:
    """Note that it was answered, when, by whom and how; once."""
    require_feedback_officer(actor)
    row = AccessibilityFeedback.objects.select_for_update().get(pk=feedback.pk)
    if row.answered_at is not None:
        raise RuleBroken("answered", _("This has been marked as answered already."))
    row.answered_at, row.answered_by, row.answer = clock.now(), actor.person, answer
    row.save(update_fields=["answered_at", "answered_by", "answer"])
    audit.record(actor, row, "home.answer_accessibility_feedback")
    signals.accessibility_feedback_answered.tell(subject=row)


@action("home.view_accessibility_feedback")
def view_accessibility_feedback(*, actor: Actor, feedback: AccessibilityFeedback) -> None:
    """Open one piece; that an address was seen is written down."""
    require_feedback_officer(actor)
    if feedback.email:
        audit.record(actor, feedback, "home.view_accessibility_feedback")


@action("home.tell_overdue_feedback")
def tell_overdue_feedback(*, actor: Actor) -> int:
    """Tell once about each piece of feedback whose time ran out; returns how many."""
    now = clock.now()
    overdue = AccessibilityFeedback.objects.overdue(clock.today()).filter(overdue_told_at=None)
    rows = list(overdue.select_for_update())
    for row in rows:
        row.overdue_told_at = now
        row.save(update_fields=["overdue_told_at"])
        signals.accessibility_feedback_overdue.tell(subject=row, due_on=row.due_on.isoformat())
    return len(rows)
