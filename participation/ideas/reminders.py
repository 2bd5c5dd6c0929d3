"""Telling officials what waits for their answer: by mail, with a link straight to the form.

The mail is a row of the outbox, written when the fact is heard. What is no longer true when
its turn comes is not sent.
"""

from datetime import date

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from participation.core import clock, outbox
from participation.core.models import Fact, OutgoingMail, Person, RoleGrant
from participation.core.outbox import Message

from .models import Idea

KIND = "ideas.reminder"
ASSIGNED, SOON, OVERDUE = "assigned", "soon", "overdue"


def note_assigned(fact: Fact) -> None:
    """An idea was given to somebody new, by hand or by rule: one mail for each time."""
    if fact.data.get("new_owner"):
        _note(fact, ASSIGNED)


def note_due_soon(fact: Fact) -> None:
    _note(fact, SOON)


def note_overdue(fact: Fact) -> None:
    _note(fact, OVERDUE)


def _note(fact: Fact, reason: str) -> None:
    idea = waiting(fact.subject_id)
    if idea is None:
        return
    data = {"idea": idea.pk, "reason": reason, "due_on": fact.data.get("due_on", "")}
    rows = [
        outbox.row_for(person, mark=f"{KIND}:{fact.pk}:{person}", kind=KIND, data=data)
        for person in receivers(idea, reason)
    ]
    with transaction.atomic():
        outbox.post_many(rows)


def waiting(pk: str | int) -> Idea | None:
    """The idea, while it is to be seen and waits for somebody's answer."""
    rows = Idea.objects.visible().filter(pk=pk, answer=None, owner__isnull=False)
    return rows.select_related("component", "service_area").first()


def receivers(idea: Idea, reason: str) -> list[int]:
    """Whom it concerns: the owner; what is overdue concerns the area's deputy too."""
    people = [idea.owner_id]
    if reason == OVERDUE and idea.service_area:
        people.append(idea.service_area.deputy_id)
    return [pk for pk in dict.fromkeys(people) if pk]


def write(mail: OutgoingMail) -> Message | None:
    """The mail, if it still holds: somebody's task, not answered, not hidden, the same day."""
    idea, reason = waiting(mail.data["idea"]), mail.data["reason"]
    if idea is None or not _still_holds(mail.person, idea, reason, mail.data["due_on"]):
        return None
    page = idea.component.page_in()
    context = {
        "idea": idea,
        "board": page.title if page else "",
        "kind": reason,
        "due_on": idea.due_on,
        "address": outbox.absolute(answer_path(idea)),
    }
    return Message(
        render_to_string("raati_ideas/mail/subject.txt", context),
        render_to_string("raati_ideas/mail/reminder.txt", context),
    )


def _still_holds(person: Person | None, idea: Idea, reason: str, due_on: str) -> bool:
    if person is None or person.pk not in receivers(idea, reason):
        return False
    if reason != ASSIGNED and (idea.due_on is None or date.fromisoformat(due_on) != idea.due_on):
        return False
    return RoleGrant.objects.in_force(clock.now()).filter(person=person).exists()


def answer_path(idea: Idea) -> str:
    """The address that leads through sign-in straight to the form for the answer."""
    return reverse("raati_ideas_desk:answer", args=[idea.public_id])
