"""The demo's calendar: every date is counted from today, so that Kuparila is always alive.

Texts name dates with marks that are filled in when the story is told:
`{day:+20}` a date so many days after the text was written, `{month:5}` the next May,
`{by:5}` by the end of the next May, `{from:5}` from the next May on (Finnish: its elative).
"""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from participation.core import clock

MONTHS = {
    "fi": [
        "tammi",
        "helmi",
        "maalis",
        "huhti",
        "touko",
        "kesä",
        "heinä",
        "elo",
        "syys",
        "loka",
        "marras",
        "joulu",
    ],
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_IN = {"fi": "{m}kuussa {y}", "sv": "i {m} {y}", "en": "in {m} {y}"}
_FROM = {"fi": "{m}kuusta {y}", "sv": "från {m} {y}", "en": "from {m} {y}"}
_BY = {
    "fi": "{m}kuun {y} loppuun mennessä",
    "sv": "före utgången av {m} {y}",
    "en": "by the end of {m} {y}",
}
_MONTHLY = {"month": _IN, "by": _BY, "from": _FROM}
_DAY = {"fi": "{d}.{n}.{y}", "sv": "den {d} {m} {y}", "en": "{d} {m} {y}"}
_MARK = re.compile(r"\{(day|month|by|from):([+-]?\d+)\}")

#: The finished round ran in the spring before, early enough that its promises are kept by now.
SPRING_IS_OVER_AFTER = dt.timedelta(days=180)


def local(day: dt.date, hour: int = 12, minute: int = 0) -> dt.datetime:
    """An aware instant of the municipality's day."""
    zone = ZoneInfo(settings.TIME_ZONE)
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone)


def from_today(days: int, hour: int = 12, minute: int = 0) -> dt.datetime:
    """So many days from today (negative: ago), at a local hour."""
    return local(clock.today() + dt.timedelta(days=days), hour, minute)


def workday(days: int, hour: int = 12, today: dt.date | None = None) -> dt.datetime:
    """The same, but Monday when it would be a weekend: offices open and close nothing then.

    For what lies behind us the Friday before, while that Monday is still to come.
    """
    now = today or clock.today()
    day = now + dt.timedelta(days=days)
    weekend = max(day.weekday() - 4, 0)
    monday = day + dt.timedelta(days=3 - weekend if weekend else 0)
    is_ahead = days < 0 and monday >= now
    return local(day - dt.timedelta(days=weekend) if is_ahead else monday, hour)


def last_spring() -> dt.date:
    """The last Friday in late May that is half a year or more behind us."""
    today = clock.today()
    closing = dt.date(today.year, 5, 22)
    if today - closing < SPRING_IS_OVER_AFTER:
        closing = closing.replace(year=today.year - 1)
    return closing - dt.timedelta(days=(closing.weekday() - 4) % 7)


def next_month(written: dt.date, month: int) -> dt.date:
    """The first of the next such month that is not the one of writing or the one after."""
    year = written.year
    while dt.date(year, month, 1) < written + dt.timedelta(days=30):
        year += 1
    return dt.date(year, month, 1)


def fill(text: str, language: str, written: dt.datetime | dt.date) -> str:
    """The text with its marks turned into dates, as seen on the day of writing."""
    day = timezone.localdate(written) if isinstance(written, dt.datetime) else written

    def replace(match: re.Match[str]) -> str:
        kind, number = match.groups()
        if kind == "day":
            return _say(_DAY, language, day + dt.timedelta(days=int(number)))
        return _say(_MONTHLY[kind], language, next_month(day, int(number)))

    return _MARK.sub(replace, text)


def fill_all(texts: dict[str, str], written: dt.datetime | dt.date) -> dict[str, str]:
    """Every language of a text with its dates."""
    return {code: fill(text, code, written) for code, text in texts.items()}


def _say(patterns: dict[str, str], language: str, day: dt.date) -> str:
    values: dict[str, Any] = {"d": day.day, "n": day.month, "y": day.year}
    return patterns[language].format(m=MONTHS[language][day.month - 1], **values)


@contextmanager
def at(moment: dt.datetime) -> Iterator[None]:
    """Do something as if it were `moment`: by the suite's clock and by Django's.

    Wagtail's logs and revisions read Django's; without it their dates would be
    today's, beside steps dated months ago.
    """
    before = timezone.now
    with clock.frozen(moment):
        timezone.now = lambda: moment.astimezone(dt.UTC)
        try:
            yield
        finally:
            timezone.now = before
