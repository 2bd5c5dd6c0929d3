"""What the clock does for moderation."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings

from participation.core import clock, jobs
from participation.core.actors import Actor
from participation.core.moderatable import Moderatable, Voice, kinds

from . import bursts, conf
from .actions import flag_thing
from .models import Case, Report

#: How far back the clock looks: more than one round of it, so that nothing falls between.
LOOK_BACK = timedelta(hours=1)
#: What can come in floods, and the setting that says from how many on somebody looks.
LEAST = {"voices": "BURST_SUPPORTS", "things": "BURST_THINGS", "reports": "BURST_REPORTS"}


@jobs.every_tick("moderation: unusual activity")
def flag_bursts() -> int:
    """Ask a person to look at what came oddly; returns how many floods were flagged."""
    since, within = clock.now() - LOOK_BACK, timedelta(minutes=conf.get("BURST_MINUTES"))
    flagged = 0
    for kind in kinds():
        for what, setting in LEAST.items():
            least = conf.get(setting)
            acts = list(_acts(kind, what, since))
            for burst in bursts.find(acts, least=least, within=within, zone=settings.TIME_ZONE):
                if burst.is_odd(conf.get("BURST_SHARE"), many=2 * least):
                    flagged += _flag(kind, burst, what)
    return flagged


def _acts(kind: Moderatable, what: str, since: datetime) -> Iterable[Voice]:
    if what == "voices":
        return kind.voices(since)
    return kind.arrivals(since) if what == "things" else _reports(kind, since)


def _reports(kind: Moderatable, since: datetime) -> list[Voice]:
    rows = Report.objects.filter(at__gte=since, case__kind=kind.label).exclude(source="")
    found = rows.order_by("at", "pk").values_list(
        "case__subject_id", "reporter", "at", "source", "reporter__user__date_joined"
    )
    # A visitor is as new as can be.
    return [Voice(*row[:4], joined=row[4] or row[2]) for row in found]


def _flag(kind: Moderatable, burst: bursts.Burst, what: str) -> int:
    """Open a case, or tell the open one how the flood goes on; not where somebody has decided."""
    known = _known(kind, burst, what)
    if known is not None and known.closed_at is not None:
        return 0
    thing = kind.find(known.subject_id if known else burst.things[0])
    if thing is None:
        return 0
    flag_thing(
        actor=Actor.system("moderation.bursts"),
        kind=kind,
        thing=thing,
        evidence=burst.evidence(what),
    )
    return 1


def _known(kind: Moderatable, burst: bursts.Burst, what: str) -> Case | None:
    """The case about this very flood: seen before, and decided, if it is, while it went on."""
    rows = Case.objects.filter(kind=kind.label, evidence__what=what, evidence__crowd=burst.crowd)
    latest = rows.order_by("-opened_at", "-pk").first()
    if latest is None:
        return None
    if latest.closed_at is None:
        goes_on = datetime.fromisoformat(latest.evidence["until"]) >= burst.since
        return latest if goes_on or latest.subject_id in burst.things else None
    return latest if latest.closed_at >= burst.since else None
