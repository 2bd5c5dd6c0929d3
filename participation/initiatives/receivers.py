"""Reactions to facts: who is written to."""

from typing import Any

from django.dispatch import receiver

from participation.core.models import Fact

from . import reminders, signals
from .mailing import Letter
from .models import Initiative


def _letter(template: str, fact: Fact) -> Letter:
    rows = Initiative.objects.with_numbers()
    return Letter(template, rows.get(pk=fact.subject_id), fact)


@receiver(signals.initiative_delivered, dispatch_uid="initiatives:delivered:maker")
def tell_maker_of_delivery(fact: Fact, **kwargs: Any) -> None:
    _letter("delivered", fact).to_maker()


@receiver(signals.initiative_delivered, dispatch_uid="initiatives:delivered:registry")
def tell_registry_of_delivery(fact: Fact, **kwargs: Any) -> None:
    _letter("to_registry", fact).to_registry()


@receiver(signals.initiative_reached, dispatch_uid="initiatives:reached:maker")
def tell_maker_of_crossing(fact: Fact, **kwargs: Any) -> None:
    _letter("reached", fact).to_maker()


@receiver(signals.initiative_pending, dispatch_uid="initiatives:pending:maker")
def tell_maker_of_pending(fact: Fact, **kwargs: Any) -> None:
    _letter("pending", fact).to_maker()


@receiver(signals.initiative_recorded, dispatch_uid="initiatives:recorded:maker")
def tell_maker_what_was_done(fact: Fact, **kwargs: Any) -> None:
    """The law asks for this one: the maker is told what was done."""
    _letter("recorded", fact).to_maker(entry=fact.data["entry"])


@receiver(signals.initiative_due_soon, dispatch_uid="initiatives:due_soon:registry")
def remind_registry(fact: Fact, **kwargs: Any) -> None:
    _letter("due_soon", fact).to_registry()


@receiver(signals.initiative_overdue, dispatch_uid="initiatives:overdue:registry")
def tell_registry_of_overdue(fact: Fact, **kwargs: Any) -> None:
    _letter("overdue", fact).to_registry()


@receiver(signals.initiative_overdue, dispatch_uid="initiatives:overdue:maker")
def tell_maker_of_overdue(fact: Fact, **kwargs: Any) -> None:
    _letter("overdue_maker", fact).to_maker()


@receiver(
    [signals.initiative_due_today, signals.initiative_escalated],
    dispatch_uid="initiatives:officials",
)
def remind_officials(fact: Fact, **kwargs: Any) -> None:
    reminders.note(fact)
