"""By the clock: children for whom nobody said yes, and guardians of those who have grown up."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import OutgoingMail, Person

from .. import conf
from ..models import GuardianConsent
from ..privacy.actions import erase_person
from .actions import ANSWERED, LETTER

AT_ONCE = 100


def forget_waiting() -> int:
    """Delete what is kept of children whose guardian has not answered, or took the consent back."""
    # The last day that was promised is over, also where the clocks were changed meanwhile.
    first = clock.today() - timedelta(days=conf.get("CONSENT_DAYS"))
    limit = timezone.make_aware(datetime.combine(first, time.min))
    due = GuardianConsent.objects.filter(waits_since__lt=limit).select_related("person")
    system = Actor.system("people.guardian")
    return sum(
        erase_person(actor=system, person=row.person)
        for row in due.order_by("waits_since", "pk")[:AT_ONCE]
    )


def forget_guardians() -> int:
    """The guardian's address goes when the child needs no guardian any more."""
    due = GuardianConsent.objects.filter(needed_until__lte=clock.today(), waits_since=None)
    keys = list(due.exclude(guardian_email="").values_list("pk", flat=True)[:AT_ONCE])
    return GuardianConsent.objects.filter(pk__in=keys).update(guardian_email="")


def forget_consent(person: Person) -> None:
    """With the person go the consent and the letters about it, sent or not."""
    for public_id in GuardianConsent.objects.filter(person=person).values_list(
        "public_id", flat=True
    ):
        for kind in (LETTER, ANSWERED):
            OutgoingMail.objects.filter(mark__startswith=f"{kind}:{public_id}:").delete()
    GuardianConsent.objects.filter(person=person).delete()
