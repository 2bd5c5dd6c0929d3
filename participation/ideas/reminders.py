"""Telling officials what waits for their answer: by mail, with a link straight to the form.

The mail is a row of the outbox, written when the fact is heard. What is no longer true when
its turn comes is not sent. Who is away is replaced by whoever stands in.
"""

from datetime import date

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.functional import cached_property

from participation.core import clock, duties, outbox
from participation.core.due import Step
from participation.core.models import Fact, OutgoingMail, Person, RoleGrant, ServiceArea
from participation.core.outbox import Message
from participation.core.roles import Role

from .models import Idea

KIND = "ideas.reminder"
ASSIGNED = "assigned"


def note_assigned(fact: Fact) -> None:
    """An idea was given to somebody new, by hand or by rule: one mail for each time."""
    if fact.data.get("new_owner"):
        _note(fact, ASSIGNED)


def note_due(fact: Fact) -> None:
    """An answer has come near its day, or has passed it."""
    _note(fact, fact.data["step"])


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
    """The idea, while it is to be seen and waits for an answer."""
    rows = Idea.objects.visible().filter(pk=pk, answer=None)
    return rows.select_related("component__source_page", "service_area", "owner").first()


class Concerned:
    """Whom ideas concern, for many at once: three queries however many."""

    @cached_property
    def standing(self) -> dict[int, int]:
        return duties.stand_ins(clock.today())

    @cached_property
    def officers(self) -> list[RoleGrant]:
        return duties.holders([Role.COMMUNICATIONS], clock.now())

    def by(self, idea: Idea, reason: str) -> list[int]:
        """Those at work of whom it concerns."""
        return duties.at_work(self.named(idea, reason), self.standing)

    def named(self, idea: Idea, reason: str) -> list[int]:
        """The owner; later the area's deputy; at last the area's head and communications.

        What nobody was given concerns the head of its area, or else communications.
        """
        area: ServiceArea | None = idea.service_area
        named: list[int | None] = [idea.owner_id]
        if reason in (Step.DEPUTY, Step.HEAD):
            named.append(area.deputy_id if area else None)
        if reason == Step.HEAD or idea.owner_id is None:
            named.append(area.owner_id if area else None)
        if reason == Step.HEAD or not any(named):
            named += [g.person_id for g in self.officers if duties.reaches(g, idea.component)]
        return [pk for pk in named if pk]


def receivers(idea: Idea, reason: str) -> list[int]:
    """Whom it concerns now; the board's source page is read."""
    return Concerned().by(idea, reason)


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
        "owner": idea.owner,
        "is_own": mail.person is not None and mail.person.pk == idea.owner_id,
        "address": outbox.absolute(answer_path(idea)),
    }
    return Message(
        render_to_string("raati_ideas/mail/subject.txt", context),
        render_to_string("raati_ideas/mail/reminder.txt", context),
    )


def _still_holds(person: Person | None, idea: Idea, reason: str, due_on: str) -> bool:
    concerned = Concerned()
    # Also who has gone away since it was written: nobody else was written to.
    receivers_now = {*concerned.by(idea, reason), *concerned.named(idea, reason)}
    if person is None or person.pk not in receivers_now:
        return False
    if reason != ASSIGNED and (idea.due_on is None or date.fromisoformat(due_on) != idea.due_on):
        return False
    return RoleGrant.objects.in_force(clock.now()).filter(person=person).exists()


def answer_path(idea: Idea) -> str:
    """The address that leads through sign-in straight to the form for the answer."""
    return reverse("raati_ideas_desk:answer", args=[idea.public_id])
