"""Where somebody who is barred may not write."""

from datetime import datetime

from django.db.models import Q

from participation.core import clock
from participation.core.models import Component, Person

from .models import Ban


def barred_until(person: Person, component: Component | None) -> datetime | None:
    """Until when the person may not write here; without a place: by bans that hold everywhere."""
    here = Q(component=None) | Q(component=component) if component else Q(component=None)
    bans = Ban.objects.in_force(clock.now()).filter(here, person=person)
    return bans.order_by("-until").values_list("until", flat=True).first()
