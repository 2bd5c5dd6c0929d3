"""What this package does when something has happened here."""

from typing import Any

from django.dispatch import receiver

from participation.core.models import Fact

from . import reminders, signals


@receiver(signals.phase_ending, dispatch_uid="raati_processes:phase_ending")
def tell_owner(fact: Fact, **_given: Any) -> None:
    reminders.note(fact)
