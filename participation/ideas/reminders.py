"""Telling officials what waits for their answer: by mail, with a link straight to the form.

A reminder is a row before it is a mail. Sending happens outside every transaction and is marked
afterwards: whatever dies in between, no mail is lost; one may come twice, with the same
Message-ID. What is no longer true when its turn comes is not sent.
"""

import logging
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Exists, OuterRef, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from participation.core import clock
from participation.core.models import Fact, Person, RoleGrant

from . import conf
from .models import Idea, Reminder, ReminderKind

logger = logging.getLogger(__name__)
MOST_ATTEMPTS = 12
LEASE = timedelta(minutes=2)
AT_ONCE = 200


def note_assigned(fact: Fact) -> int:
    """An idea was given to somebody new, by hand or by rule: one mail for each time."""
    if not fact.data.get("new_owner"):
        return 0
    idea = Idea.objects.visible().filter(pk=fact.subject_id, answer=None).first()
    if idea is None or idea.owner_id is None:
        return 0
    mark = f"assigned:{fact.pk}"
    return _write([_reminder(idea, idea.owner_id, ReminderKind.ASSIGNED, mark)])


def note_due() -> int:
    """What is due soon goes to the owner, what is overdue to the deputy too; once each."""
    today = clock.today()
    soon = today + timedelta(days=conf.get("IDEAS_REMIND_DAYS"))
    found = [
        _reminder(idea, person, kind, f"{kind}:{idea.pk}:{idea.due_on}:{person}")
        for kind, rows in (
            (ReminderKind.SOON, _due(ReminderKind.SOON).filter(due_on__range=(today, soon))),
            (ReminderKind.OVERDUE, _due(ReminderKind.OVERDUE).filter(due_on__lt=today)),
        )
        for idea in rows[:AT_ONCE]
        for person in _receivers(idea, kind)
    ]
    return _write(found)


def _due(kind: ReminderKind) -> QuerySet[Idea]:
    """Ideas that somebody should answer and that nobody was reminded of for this day."""
    told = Reminder.objects.filter(idea=OuterRef("pk"), kind=kind, due_on=OuterRef("due_on"))
    rows = Idea.objects.visible().filter(answer=None, owner__isnull=False)
    return rows.exclude(Exists(told)).select_related("service_area").order_by("due_on", "pk")


def _receivers(idea: Idea, kind: ReminderKind) -> list[int]:
    people = [idea.owner_id]
    if kind == ReminderKind.OVERDUE and idea.service_area:
        people.append(idea.service_area.deputy_id)
    return [pk for pk in dict.fromkeys(people) if pk]


def _reminder(idea: Idea, person: int, kind: ReminderKind, mark: str) -> Reminder:
    return Reminder(
        idea=idea,
        person_id=person,
        kind=kind,
        due_on=idea.due_on,
        mark=mark,
        not_before=clock.now(),
    )


def _write(reminders: list[Reminder]) -> int:
    return len(Reminder.objects.bulk_create(reminders, ignore_conflicts=True))


def send_waiting() -> int:
    """Send what waits; returns how many mails went out. A mail that fails waits longer."""
    now = clock.now()
    waiting = Reminder.objects.filter(
        done_at=None, not_before__lte=now, attempts__lt=MOST_ATTEMPTS
    ).select_related("idea", "idea__component", "idea__service_area", "person__user")
    sent = 0
    for reminder in waiting.order_by("pk")[:AT_ONCE]:
        # A lease: a second worker leaves it alone, and a failed one doubles the wait.
        claimed = Reminder.objects.filter(
            pk=reminder.pk, done_at=None, attempts=reminder.attempts
        ).update(attempts=reminder.attempts + 1, not_before=now + LEASE * 2**reminder.attempts)
        if not claimed:
            continue
        try:
            sent += _send(reminder)
        except (OSError, ValueError):
            logger.exception("Reminder %s could not be sent.", reminder.pk)
            continue
        Reminder.objects.filter(pk=reminder.pk).update(done_at=clock.now())
    return sent


def _send(reminder: Reminder) -> bool:
    """Send it if it still holds: somebody's task, not answered, not hidden, the same day."""
    idea, person = reminder.idea, reminder.person
    if not _still_holds(reminder) or not getattr(person.user, "email", ""):
        return False
    with translation.override(language_of(person)):
        page = idea.component.page_in()
        context = {
            "idea": idea,
            "board": page.title if page else "",
            "kind": reminder.kind,
            "due_on": idea.due_on,
            "address": answer_address(idea),
        }
        text = render_to_string("raati_ideas/mail/reminder.txt", context)
        subject = render_to_string("raati_ideas/mail/subject.txt", context)
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    EmailMessage(
        " ".join(subject.split()),
        text.strip() + "\n",
        to=[person.user.email],
        headers={
            "Message-ID": f"<idea-reminder-{reminder.pk}@{host}>",
            "Auto-Submitted": "auto-generated",
        },
    ).send()
    return True


def _still_holds(reminder: Reminder) -> bool:
    idea, person = reminder.idea, reminder.person
    if not idea.is_visible or idea.official_answer is not None:
        return False
    if reminder.kind != ReminderKind.ASSIGNED and reminder.due_on != idea.due_on:
        return False
    if person.pk not in _receivers(idea, ReminderKind(reminder.kind)):
        return False
    if person.user is None or not person.user.is_active:
        return False
    return RoleGrant.objects.in_force(clock.now()).filter(person=person).exists()


def answer_address(idea: Idea) -> str:
    """The address that leads through sign-in straight to the form for the answer."""
    path = reverse("raati_ideas_desk:answer", args=[idea.public_id])
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def language_of(person: Person) -> str:
    """The language that the person reads the administration in."""
    profile = getattr(person.user, "wagtail_userprofile", None)
    wanted = profile.get_preferred_language() if profile else settings.LANGUAGE_CODE
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
