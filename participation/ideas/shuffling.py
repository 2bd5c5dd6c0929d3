"""The daily shuffle: once a night every idea gets a new place, so that none is always last."""

from django.db.models import IntegerField
from django.db.models.functions import Cast, Random
from django.utils import timezone

from participation.core import clock
from participation.core.models import Heartbeat

from .models import Idea
from .models.ideas import MOST_SHUFFLE

DRAWN = "ideas shuffled"
#: Rows written at once: a longer statement would keep supports waiting.
BATCH = 2_000


def reshuffle() -> int:
    """Draw the places anew when a new local day has begun; returns how many ideas moved.

    Whoever of two workers moves the mark draws; the other finds it moved.
    """
    now = clock.now()
    drawn, is_first = Heartbeat.objects.get_or_create(name=DRAWN, defaults={"at": now})
    if not is_first:
        if timezone.localdate(drawn.at) >= timezone.localdate(now):
            return 0
        if not Heartbeat.objects.filter(name=DRAWN, at=drawn.at).update(at=now):
            return 0
    return _draw()


def _draw() -> int:
    moved, last = 0, 0
    rows = Idea.objects.visible().filter(component__archived_at=None)
    while True:
        keys = list(rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])
        if not keys:
            return moved
        place = Cast(Random() * float(MOST_SHUFFLE - 1), IntegerField())
        moved += Idea.objects.filter(pk__in=keys).update(shuffle=place)
        last = keys[-1]
