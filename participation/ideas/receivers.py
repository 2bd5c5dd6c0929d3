"""What this package does when something has happened here."""

from typing import Any

from django.dispatch import receiver

from participation.core.models import Fact

from . import reminders, signals


@receiver([signals.idea_sent, signals.idea_assigned], dispatch_uid="raati_ideas:tell_owner")
def tell_owner(fact: Fact, **_given: Any) -> None:
    """Write the mail to the new owner down; the clock sends it, nobody's request waits for it."""
    reminders.note_assigned(fact)
