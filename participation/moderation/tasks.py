"""What the clock does for moderation."""

from datetime import timedelta

from django.conf import settings

from participation.core import clock, jobs, moderatable
from participation.core.actors import Actor

from . import bursts, conf
from .actions import flag_thing
from .models import Case, Source

#: How far back the clock looks: more than one round of it, so that nothing falls between.
LOOK_BACK = timedelta(hours=1)


@jobs.every_tick("moderation: unusual supports")
def flag_bursts() -> int:
    """Ask a person to look at supports that came oddly; returns how many things were flagged."""
    now = clock.now()
    least, within = conf.get("BURST_SUPPORTS"), timedelta(minutes=conf.get("BURST_MINUTES"))
    flagged = 0
    for kind in moderatable.kinds():
        voices = list(kind.voices(now - LOOK_BACK))
        for burst in bursts.find(voices, least=least, within=within, zone=settings.TIME_ZONE):
            if burst.is_odd(conf.get("BURST_SHARE")):
                flagged += _flag(kind, burst)
    return flagged


def _flag(kind: moderatable.Moderatable, burst: bursts.Burst) -> int:
    """Open a case, unless somebody has decided about this very crowd."""
    thing = kind.find(burst.thing)
    if thing is None or _was_decided(kind, burst):
        return 0
    flag_thing(
        actor=Actor.system("moderation.bursts"),
        kind=kind,
        thing=thing,
        evidence=burst.evidence(),
    )
    return 1


def _was_decided(kind: moderatable.Moderatable, burst: bursts.Burst) -> bool:
    rows = Case.objects.about(kind.label, burst.thing).filter(source=Source.FLAG)
    return rows.filter(closed_at__gte=burst.since).exists()
