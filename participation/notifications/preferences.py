"""What a person wants to hear, with the usual choice where they made none."""

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from participation.core.models import Person
from participation.core.notices import NoticeKind, Rhythm

from . import conf, rhythm
from .models import Preferences


def usual(person: int) -> Preferences:
    """The unsaved choice of somebody who never chose."""
    start, end = conf.get("QUIET_HOURS")
    return Preferences(
        person_id=person,
        quiet_from=start,
        quiet_until=end,
        weekly_cap=conf.get("WEEKLY_MAILS"),
    )


def of(persons: Collection[int]) -> dict[int, Preferences]:
    """Everybody's choice, in one query."""
    chosen = {row.person_id: row for row in Preferences.objects.filter(person__in=persons)}
    return {person: chosen.get(person) or usual(person) for person in persons}


def rhythm_of(preferences: Preferences, kind: NoticeKind) -> Rhythm:
    """How a kind reaches this person by mail."""
    if preferences.is_silent or not kind.is_mailed:
        return Rhythm.NONE
    chosen = preferences.rhythms.get(kind.name)
    return Rhythm(chosen) if chosen in Rhythm.values else kind.rhythm


def not_before(preferences: Preferences, at: datetime) -> datetime:
    """`at`, or the end of the person's quiet hours."""
    zone = timezone.get_default_timezone()
    return rhythm.quiet_end(at, preferences.quiet_from, preferences.quiet_until, zone)


def language_of(person: Person) -> str:
    """The language that the person chose for mails, or ""."""
    row = Preferences.objects.filter(person=person).values_list("language", flat=True).first()
    return row or ""
