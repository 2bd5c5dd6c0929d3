"""Telling officials by name that an initiative waits too long; the registry has mailing.py.

An initiative has no owner: it is communications' to see that it is taken up, and at last the
administrators'. Who is away is replaced by whoever stands in.
"""

from datetime import date

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from participation.core import clock, duties, outbox
from participation.core.due import Step
from participation.core.models import Fact, OutgoingMail
from participation.core.outbox import Message
from participation.core.roles import Role

from .models import Initiative, State
from .policies import REGISTRARS

KIND = "initiatives.reminder"
#: Whom each step is told to.
ROLES = {
    Step.TODAY: REGISTRARS,
    Step.DEPUTY: REGISTRARS,
    Step.HEAD: (*REGISTRARS, Role.ADMINISTRATOR),
}


def note(fact: Fact) -> None:
    """Write down a mail to each official whom the step concerns."""
    initiative = waiting(fact.subject_id)
    if initiative is None:
        return
    data = {"initiative": initiative.pk, "step": fact.data["step"], "due_on": fact.data["due_on"]}
    rows = [
        outbox.row_for(person, mark=f"{KIND}:{fact.pk}:{person}", kind=KIND, data=data)
        for person in receivers(initiative, fact.data["step"])
    ]
    with transaction.atomic():
        outbox.post_many(rows)


def waiting(pk: str | int) -> Initiative | None:
    """The initiative, while it must still be taken up."""
    rows = Initiative.objects.visible().filter(pk=pk, state=State.DELIVERED, taken_up_on=None)
    return rows.select_related("component__source_page").first()


def receivers(initiative: Initiative, step: str) -> list[int]:
    grants = duties.holders(ROLES[Step(step)], clock.now())
    people = [g.person_id for g in grants if duties.reaches(g, initiative.component)]
    return duties.at_work(people, duties.stand_ins(clock.today()))


def write(mail: OutgoingMail) -> Message | None:
    """The mail, if it still holds: not taken up, the same day, still this person's work."""
    initiative, step = waiting(mail.data["initiative"]), mail.data["step"]
    if initiative is None or mail.person is None or initiative.due_on is None:
        return None
    if initiative.due_on != date.fromisoformat(mail.data["due_on"]):
        return None
    if mail.person.pk not in receivers(initiative, step):
        return None
    path = reverse("raati_initiatives_desk:initiative", args=[initiative.public_id])
    context = {"initiative": initiative, "step": step, "address": outbox.absolute(path)}
    text = render_to_string("raati_initiatives/mail/reminder.txt", context)
    subject, _newline, body = text.strip().partition("\n")
    return Message(subject, body.strip() + "\n")
