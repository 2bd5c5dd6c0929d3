"""Telling a process's people that a phase ends: by mail, a week and a day before."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db import transaction
from django.template.loader import render_to_string

from participation.core import clock, outbox
from participation.core.models import Component, Fact, OutgoingMail
from participation.core.outbox import Message

from .phases import Phase, PhaseState, phases_of
from .turning import Turn, concerned, last_day, live_processes, turns

KIND = "processes.phase_ending"
#: How many days before the last day each of the two is told.
STEPS = {"week": 7, "day": 1}


def ending(now: datetime, today: date) -> Iterator[tuple[Component, Phase, date, str]]:
    """Each phase that ends within a week: its process, its last day, which reminder is due."""
    for row in live_processes():
        for phase in phases_of(row):
            day = last_day(phase)
            if day is None or phase.state(now) is not PhaseState.CURRENT:
                continue
            left = (day - today).days
            if left <= STEPS["week"]:
                yield row, phase, day, "day" if left <= STEPS["day"] else "week"


def note(fact: Fact) -> None:
    """Write down the mails about a phase that ends, one to each whom it concerns."""
    turn = find(fact.data["process"], fact.data["phase"])
    if turn is None:
        return
    rows = [
        outbox.row_for(person, mark=f"{KIND}:{fact.pk}:{person}", kind=KIND, data=fact.data)
        for person in concerned([turn.process])[turn.process.key]
    ]
    with transaction.atomic():
        outbox.post_many(rows)


def find(process: str, phase_id: str) -> Turn | None:
    """The phase of a live process, by the process's public id, while it is near its end."""
    rows = [row for row in live_processes() if row.public_id == process]
    return next((t for t in turns(rows, clock.now()) if t.phase.id == phase_id), None)


def write(mail: OutgoingMail) -> Message | None:
    """The mail, if it still holds: the same last day, not over, and still this person's work."""
    turn = find(mail.data["process"], mail.data["phase"])
    now = clock.now()
    if turn is None or mail.person is None or turn.phase.state(now) is not PhaseState.CURRENT:
        return None
    day = last_day(turn.phase)
    if day is None or day.isoformat() != mail.data["last_day"]:
        return None
    if mail.person.pk not in concerned([turn.process])[turn.process.key]:
        return None
    context = {
        "process": turn.page.title,
        "phase": turn.title,
        "closes": turn.phase.closes,
        "missing": turn.missing(now),
        "address": outbox.absolute(turn.edit_address),
    }
    text = render_to_string("raati_processes/mail/phase_ending.txt", context)
    subject, _newline, body = text.strip().partition("\n")
    return Message(subject, body.strip() + "\n")
