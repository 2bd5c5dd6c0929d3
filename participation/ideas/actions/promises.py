"""The board's own promise: enough supports, and the city takes the idea up by a day.

Called inside actions; each leaves alone what was promised before.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from participation.core import clock
from participation.core.models import Component

from .. import signals
from ..models import Idea, Promise, State

USUAL_DAYS = 60


def reach(idea: Idea, component: Component, at: datetime) -> Promise | None:
    """Make the promise when `idea.support_count` has reached the board's threshold.

    The caller has just changed the count, so the idea's row is locked and its count is
    true: of two supports at once only one finds the number reached and nothing promised.
    """
    threshold = component.settings.get("threshold")
    if not threshold or idea.support_count < threshold or _is_promised(idea):
        return None
    days = component.settings.get("threshold_days") or USUAL_DAYS
    promise = Promise.objects.create(
        idea=idea,
        threshold=threshold,
        reached_at=at,
        due_on=timezone.localdate(at) + timedelta(days=days),
        # What the city is at work on already waits for no promise.
        kept_at=None if idea.state == State.RECEIVED else at,
    )
    signals.idea_reached_threshold.tell(
        subject=idea,
        component=component,
        at=at,
        threshold=threshold,
        due_on=promise.due_on.isoformat(),
    )
    return promise


def _is_promised(idea: Idea) -> bool:
    # What was read before the lock can say yes for certain, but not no.
    known = Idea._meta.get_field("promise").is_cached(idea) and hasattr(idea, "promise")
    return known or Promise.objects.filter(idea=idea).exists()


def keep(idea: Idea) -> None:
    """The city has answered the idea or moved it on: a promise about it is kept from now on."""
    if Promise.objects.filter(idea=idea, kept_at=None).exists():
        Promise.objects.filter(idea=idea, kept_at=None).update(kept_at=clock.now())
