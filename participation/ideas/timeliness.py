"""Answered in time: how the municipality keeps the days it gave itself. Public."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.core.cache import cache
from django.db.models import Q
from django.utils import timezone

from participation.core import clock
from participation.core.models import Component

from .models import Idea

SECONDS = 300


@dataclass(frozen=True)
class Timeliness:
    """Of `due` ideas whose day has come, `in_time` were answered by then; days to an answer."""

    due: int
    in_time: int
    answered: int
    median_days: int | None

    @property
    def share(self) -> int | None:
        """Answered in time, in per cent of those due; rounded down, so that 100 means all."""
        return self.in_time * 100 // self.due if self.due else None


def measure(
    rows: Iterable[tuple[datetime, date | None, datetime | None]], today: date
) -> Timeliness:
    """From (sent, due, first answered) of each idea, as it stands on the day `today`.

    An idea without a due date promised nothing: it counts among the days only. One that is
    answered before its day counts at once; a day that is not over yet is not late.
    """
    due = in_time = 0
    days = []
    for sent, promised, answered in rows:
        told = timezone.localdate(answered) if answered else None
        if told is not None:
            days.append((told - timezone.localdate(sent)).days)
        if promised is not None and (told is not None or promised < today):
            due += 1
            in_time += told is not None and told <= promised
    return Timeliness(due, in_time, len(days), round(median(days)) if days else None)


def timeliness(component: Component) -> Timeliness:
    """The board's; may be some minutes old. One query over its visible ideas."""
    key = f"raati:ideas:timeliness:{component.key}"
    found = cache.get(key)
    if found is None:
        rows = Idea.objects.filter(component=component).visible()
        rows = rows.filter(Q(due_on__isnull=False) | Q(answer__isnull=False))
        found = measure(
            rows.values_list("created_at", "due_on", "answer__published_at").iterator(),
            timezone.localdate(clock.glance()),
        )
        cache.set(key, found, SECONDS)
    return found
