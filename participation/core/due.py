"""What is due on a day: when somebody is reminded of it, and when others are told.

A step is taken once for each thing and each day that it is due (`untaken`, `take`).
Reminders go out on working days only, and so nobody is chased in July.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from django.db import transaction
from django.db.models import CharField, Exists, Model, OuterRef, QuerySet
from django.db.models.functions import Cast

from . import clock, conf
from .models import Reminder
from .working_days import Calendar

Row = TypeVar("Row", bound=Model)


class Step(StrEnum):
    """How near or how far past its day a thing is."""

    SOON = "soon"
    TODAY = "today"
    LATE = "late"
    #: Late for so long that the deputy is told, and then the head of the service area.
    DEPUTY = "deputy"
    HEAD = "head"


#: Those after the day, the mildest first.
ESCALATED = (Step.DEPUTY, Step.HEAD)


def spans(
    today: date,
    calendar: Calendar,
    *,
    ahead: int,
    deputy: int | None = None,
    head: int | None = None,
) -> Mapping[Step, tuple[date, date]]:
    """For each step the first and the last due date that has reached it, and no later step.

    `ahead` working days before the day is soon. The spans never overlap: after a pause of the
    clock one reminder goes out for each thing, not all that were missed.
    """
    deputy = conf.get("DEPUTY_DAYS") if deputy is None else deputy
    head = max(conf.get("HEAD_DAYS") if head is None else head, deputy)
    day = timedelta(days=1)
    late_for_deputy = min(calendar.earlier(today, deputy), today - day)
    late_for_head = min(calendar.earlier(today, head), late_for_deputy)
    return {
        Step.SOON: (today + day, calendar.later(today, ahead) if ahead else today),
        Step.TODAY: (today, today),
        Step.LATE: (late_for_deputy + day, today - day),
        Step.DEPUTY: (late_for_head + day, late_for_deputy),
        Step.HEAD: (date.min, late_for_head),
    }


def step_of(due_on: date, found: Mapping[Step, tuple[date, date]]) -> Step | None:
    """The step that a due date has reached, of the spans of a day."""
    return next((s for s, (first, last) in found.items() if first <= due_on <= last), None)


def known(label: str, ids: Iterable[object]) -> dict[tuple[str, date], set[str]]:
    """The steps taken already, by thing and due date: one query."""
    rows = Reminder.objects.filter(subject_type=label, subject_id__in=[str(pk) for pk in ids])
    found: dict[tuple[str, date], set[str]] = {}
    for subject, due_on, step in rows.values_list("subject_id", "due_on", "step"):
        found.setdefault((subject, due_on), set()).add(step)
    return found


def untaken(rows: "QuerySet[Row]", step: str) -> "QuerySet[Row]":
    """Of rows with a `due_on` those for whose day this step was not taken yet."""
    taken = Reminder.objects.filter(
        subject_type=rows.model._meta.label,
        subject_id=Cast(OuterRef("pk"), CharField()),
        due_on=OuterRef("due_on"),
        step=step,
    )
    return rows.filter(~Exists(taken))


def take(label: str, taken: Iterable[tuple[object, date, str]]) -> None:
    """Note that a step was taken for (id, due date), in the transaction of what tells it.

    Of two clocks at once one loses at the constraint, and with it what it would have told.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A reminder is noted in the transaction of what tells it.")
    at = clock.now()
    Reminder.objects.bulk_create(
        Reminder(subject_type=label, subject_id=str(pk), due_on=due_on, step=step, at=at)
        for pk, due_on, step in taken
    )
