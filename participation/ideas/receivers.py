"""What this package does when something has happened here.

Mails to those who answer are written down; nobody's request waits for them.
"""

from typing import Any

from django.dispatch import receiver

from participation.core.models import Fact

from . import reminders, signals


@receiver([signals.idea_sent, signals.idea_assigned], dispatch_uid="raati_ideas:tell_owner")
def tell_owner(fact: Fact, **_given: Any) -> None:
    reminders.note_assigned(fact)


@receiver(signals.idea_due_soon, dispatch_uid="raati_ideas:due_soon")
def remind_owner(fact: Fact, **_given: Any) -> None:
    reminders.note_due_soon(fact)


@receiver(signals.idea_overdue, dispatch_uid="raati_ideas:overdue")
def remind_of_delay(fact: Fact, **_given: Any) -> None:
    reminders.note_overdue(fact)
