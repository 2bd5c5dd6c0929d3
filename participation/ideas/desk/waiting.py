"""What waits for somebody: the conditions that filter the list and are counted as well."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..models.ideas import VISIBLE

#: "This week": today and the six days after it.
WEEK = timedelta(days=6)

_UNANSWERED = VISIBLE & Q(answer=None)


@dataclass(frozen=True)
class Waiting:
    """One thing to filter by; `where` is its condition on a given day."""

    label: Any
    where: Callable[[date], Q]


WAITING = {
    "unowned": Waiting(_("Without an owner"), lambda today: _UNANSWERED & Q(owner=None)),
    "due": Waiting(
        _("Answer due this week"),
        lambda today: _UNANSWERED & Q(due_on__gte=today, due_on__lte=today + WEEK),
    ),
    "overdue": Waiting(_("Answer overdue"), lambda today: _UNANSWERED & Q(due_on__lt=today)),
    "unanswered": Waiting(_("Not answered"), lambda today: _UNANSWERED),
    "ready": Waiting(
        _("Prepared answer ready to be published"),
        lambda today: VISIBLE & Q(answer_draft__is_ready=True),
    ),
    "promised": Waiting(
        _("Promised to be taken up"),
        lambda today: VISIBLE & Q(promise__isnull=False, promise__kept_at=None),
    ),
    "held": Waiting(
        _("Waits for a moderator"),
        lambda today: Q(held_at__isnull=False, hidden_at=None, withdrawn_at=None),
    ),
    "hidden": Waiting(_("Hidden"), lambda today: Q(hidden_at__isnull=False)),
    "withdrawn": Waiting(_("Withdrawn"), lambda today: Q(withdrawn_at__isnull=False)),
    "merged": Waiting(_("Combined with another"), lambda today: Q(merged_into__isnull=False)),
}
