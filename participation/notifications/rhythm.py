"""When mails of notices go: digests at a local hour, nothing in quiet hours. Pure."""

from datetime import date, datetime, time, timedelta, tzinfo

from participation.core.notices import Rhythm

MONDAY = 0


def quiet_end(at: datetime, start: int, end: int, zone: tzinfo) -> datetime:
    """The first instant from `at` on that is not quiet; `start` equal to `end`: never quiet.

    Quiet is [start, end) by the local clock, over midnight where `start` is the later hour.
    """
    local = at.astimezone(zone)
    if start < end:
        is_quiet, is_evening = start <= local.hour < end, False
    else:
        is_evening = start != end and local.hour >= start
        is_quiet = is_evening or (start != end and local.hour < end)
    if not is_quiet:
        return at
    day = local.date() + timedelta(days=1 if is_evening else 0)
    return _at(day, end, zone)


def last_slot(now: datetime, rhythm: Rhythm, hour: int, zone: tzinfo) -> datetime:
    """The latest instant not after `now` at which digests of this rhythm were due."""
    day = now.astimezone(zone).date()
    if _at(day, hour, zone) > now:
        day -= timedelta(days=1)
    if rhythm == Rhythm.WEEKLY:
        day -= timedelta(days=(day.weekday() - MONDAY) % 7)
    return _at(day, hour, zone)


def _at(day: date, hour: int, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(hour), zone)
