"""What moderation did in a year, for everybody to read: figures only, small ones veiled.

Danger is in no public figure. Each table is veiled so that what is left out of it cannot be
told from its total.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count
from django.db.models.functions import ExtractMonth
from django.utils.translation import gettext as _

from participation.core.moderatable import Removal, kinds

from .models import Appeal, Case, Decision, Lane, Outcome, Report, Source, What

#: Below this a figure might tell who it was.
SMALL = 5
#: Of decisions, what is counted under which name.
COUNTED = {What.HIDE: "hidden", What.REDACT: "redacted", What.WARN: "warned"}
#: What is told of each place, and of each month.
OF_PLACES = ("reports", "hidden", "redacted", "changed")
OF_MONTHS = ("reports", "hidden")


@dataclass(frozen=True)
class Year:
    """One year's figures, as they are: `veiled` and `shown` say what may be told of them."""

    year: int
    totals: dict[str, int] = field(default_factory=dict)
    hidden_by: dict[str, int] = field(default_factory=dict)
    #: By what is counted: by month (1 to 12), and by the key of a place.
    months: dict[str, Counter[int]] = field(default_factory=dict)
    places: dict[str, Counter[Any]] = field(default_factory=dict)
    #: Half of the reports were decided in so many hours; None where none was.
    median_hours: float | None = None
    #: The same by place, where enough were decided.
    median_hours_of: dict[Any, float] = field(default_factory=dict)
    removals: list[Removal] = field(default_factory=list)


def told(number: int) -> int | None:
    """A figure that stands alone, or None where it is small."""
    return None if 0 < number < SMALL else number


Key = TypeVar("Key", bound=Hashable)


def veiled(parts: Mapping[Key, int]) -> dict[Key, int | None]:
    """The parts of a total; None for small ones, and for as many more as keep those a secret."""
    hidden = {key for key, number in parts.items() if told(number) is None}
    rest = sorted((n, str(key), key) for key, n in parts.items() if n and key not in hidden)
    # One alone, or a few that are one each, would be the total less the others.
    while hidden and rest and (len(hidden) < 2 or sum(parts[key] for key in hidden) < SMALL):
        hidden.add(rest.pop(0)[2])
    return {key: None if key in hidden else number for key, number in parts.items()}


def shown(number: int | None) -> str:
    """A figure as everybody may see it."""
    return _("few") if number is None else str(number)


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
    """Counted anew: as many questions for one case as for thousands."""
    first, end = bounds(year)
    span = {"at__gte": first, "at__lt": end}
    ordinary = {"case__lane": Lane.ORDINARY}
    decided = Decision.objects.filter(**span, **ordinary)
    reports = Report.objects.filter(**span, **ordinary)
    appeals = Appeal.objects.filter(**span, decision__case__lane=Lane.ORDINARY)
    totals, places, by_reason = _decisions(decided)
    places["reports"] = _by(reports, "case__component")
    outcomes = _by(appeals, "outcome")
    changed = appeals.filter(outcome=Outcome.CHANGED)
    places["changed"] = _by(changed, "decision__case__component")
    hours, hours_of = _medians(first, end)
    return Year(
        year=year,
        totals={
            **totals,
            "reports": places["reports"].total(),
            "bans": decided.filter(bans__isnull=False).distinct().count(),
            "asked_again": outcomes.total(),
            "changed": outcomes[Outcome.CHANGED],
        },
        hidden_by=by_reason,
        months={
            "reports": _by_month(reports),
            "hidden": _by_month(decided.filter(what=What.HIDE)),
        },
        places=places,
        median_hours=hours,
        median_hours_of=hours_of,
        removals=_removals(first, end),
    )


def _by(rows: Any, name: str) -> Counter[Any]:
    return Counter(dict(rows.order_by().values_list(name).annotate(n=Count("pk"))))


def _by_month(rows: Any) -> Counter[int]:
    local = ExtractMonth("at", tzinfo=ZoneInfo(settings.TIME_ZONE))
    return _by(rows.annotate(month=local), "month")


def _decisions(rows: Any) -> tuple[dict[str, int], dict[str, Counter[Any]], dict[str, int]]:
    """In all, by place, and the hidden ones by reason: one question."""
    found = rows.order_by().values_list("what", "reason", "case__component")
    places: dict[str, Counter[Any]] = {name: Counter() for name in COUNTED.values()}
    by_reason: Counter[str] = Counter()
    for what, reason, place, number in found.annotate(n=Count("pk")):
        if what not in COUNTED:
            continue
        places[COUNTED[what]][place] += number
        if what == What.HIDE:
            by_reason[reason] += number
    return {name: each.total() for name, each in places.items()}, places, dict(by_reason)


def _medians(first: datetime, end: datetime) -> tuple[float | None, dict[Any, float]]:
    cases = Case.objects.filter(
        lane=Lane.ORDINARY, source=Source.REPORT, closed_at__gte=first, closed_at__lt=end
    )
    by_place: dict[Any, list[timedelta]] = {}
    for place, opened, closed in cases.values_list("component", "opened_at", "closed_at"):
        if closed:
            by_place.setdefault(place, []).append(closed - opened)
    of = {place: median_hours(each) for place, each in by_place.items() if len(each) >= SMALL}
    everything = median_hours(span for spans in by_place.values() for span in spans)
    return everything, {place: hours for place, hours in of.items() if hours is not None}


def _removals(first: datetime, end: datetime) -> list[Removal]:
    found = [each for kind in kinds() for each in kind.removals(first, end)]
    return sorted(found, key=lambda each: each.at, reverse=True)


def first_year(now: datetime) -> int:
    """The year of the first case, or this one."""
    first = Case.objects.order_by("opened_at").values_list("opened_at", flat=True).first()
    return (first or now).astimezone(ZoneInfo(settings.TIME_ZONE)).year
