"""What an erased person had sent at the very moment of the erasure, and that came after it.

A write waits for the erasure's lock and is then stored beside the row without a name. To ask
each write whether its person is still there would cost every write a question; so the clock
looks once more after those who were erased lately, of whom the log tells.
"""

from datetime import timedelta

from wagtail.models import ModelLogEntry

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Person

from .actions import erase_rest

LATELY = timedelta(minutes=10)
AT_ONCE = 200


def erase_what_came_late() -> int:
    """Returns after how many people was looked."""
    entries = ModelLogEntry.objects.filter(
        action="raati.people.erase", timestamp__gt=clock.now() - LATELY
    )
    keys = entries.order_by("-timestamp").values_list("object_id", flat=True)[:AT_ONCE]
    people = Person.objects.filter(pk__in=[int(key) for key in keys], erased_at__isnull=False)
    system = Actor.system("people.erase_rest")
    return sum(erase_rest(actor=system, person=person) for person in people)
