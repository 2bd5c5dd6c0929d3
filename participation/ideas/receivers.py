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


@receiver(
    [
        signals.idea_due_soon,
        signals.idea_due_today,
        signals.idea_overdue,
        signals.idea_escalated,
    ],
    dispatch_uid="raati_ideas:due",
)
def remind_of_answers(fact: Fact, **_given: Any) -> None:
    reminders.note_due(fact)
