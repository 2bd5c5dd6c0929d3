"""What moderation did in a year, for everybody to read: figures only, small ones veiled."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from .models import Appeal, Case, Decision, Lane, Outcome, Report, Source, What

#: Below this a figure might tell who it was.
SMALL = 5


@dataclass(frozen=True)
class Year:
    """One year's figures."""

    year: int
    reports: int = 0
    hidden: int = 0
    hidden_by: dict[str, int] = field(default_factory=dict)
    redacted: int = 0
    bans: int = 0
    asked_again: int = 0
    changed: int = 0
    #: Half of the reports were decided in so many hours; None where none was.
    median_hours: float | None = None


def shown(number: int) -> str:
    """The number as everybody may see it."""
    if 0 < number < SMALL:
        return _("under %(small)d") % {"small": SMALL}
    return str(number)


def hours_text(hours: float | None) -> str:
    if hours is None:
        return _("–")
    return _("under an hour") if hours < 1 else _("%(n)d h") % {"n": round(hours)}


def median_hours(spans: Iterable[timedelta]) -> float | None:
    found = [span.total_seconds() / 3600 for span in spans]
    return median(found) if found else None


def bounds(year: int) -> tuple[datetime, datetime]:
    """The local year as a half-open stretch of time."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)


def of_year(year: int) -> Year:
    """Counted anew: six questions, whatever the size. Danger is in no public figure."""
    first, end = bounds(year)
    ordinary = {"case__lane": Lane.ORDINARY}
    decided = Decision.objects.filter(at__gte=first, at__lt=end, **ordinary)
    by_reason = Counter(decided.filter(what=What.HIDE).values_list("reason", flat=True))
    what = Counter(decided.values_list("what", flat=True))
    appeals = Appeal.objects.filter(at__gte=first, at__lt=end, decision__case__lane=Lane.ORDINARY)
    outcomes = Counter(appeals.values_list("outcome", flat=True))
    cases = Case.objects.filter(
        lane=Lane.ORDINARY, source=Source.REPORT, closed_at__gte=first, closed_at__lt=end
    )
    moments = cases.values_list("opened_at", "closed_at")
    spans = (closed - opened for opened, closed in moments if closed)
    return Year(
        year=year,
        reports=Report.objects.filter(at__gte=first, at__lt=end, **ordinary).count(),
        hidden=what[What.HIDE],
        hidden_by=dict(by_reason),
        redacted=what[What.REDACT],
        bans=decided.filter(bans__isnull=False).distinct().count(),
        asked_again=sum(outcomes.values()),
        changed=outcomes[Outcome.CHANGED],
        median_hours=median_hours(spans),
    )


def first_year(now: datetime) -> int:
    """The year of the first case, or this one."""
    first = Case.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
    return (first or now).astimezone(ZoneInfo(settings.TIME_ZONE)).year
