"""Dates and times as each language writes them, always in the site's time zone."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

_WEEKDAYS = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("mån", "tis", "ons", "tors", "fre", "lör", "sön"),
}


def day_text(value: date | datetime, *, weekday: bool = True) -> str:
    """ "ti 30.8.2022", "tis 30.8.2022", "Tue 30 August 2022"."""
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    language = (get_language() or "en")[:2]
    if language in _WEEKDAYS:
        text = f"{day.day}.{day.month}.{day.year}"
        return f"{_WEEKDAYS[language][day.weekday()]} {text}" if weekday else text
    return date_format(day, "D j F Y" if weekday else "j F Y")


def moment_text(value: datetime) -> str:
    """ "ti 30.8.2022 klo 17.30", "tis 30.8.2022 kl. 17.30", "Tue 30 August 2022 at 17:30"."""
    local = timezone.localtime(value)
    mark = ":" if (get_language() or "en").startswith("en") else "."
    # Translators: between a date and a time of day.
    at = pgettext("date and time", "at")
    return f"{day_text(local)} {at} {local.hour}{mark}{local.minute:02d}"


def euros_text(value: Decimal) -> str:
    """ "12 500 €", "12 500,50 €", "€12,500"; cents only where there are some."""
    number = number_format(value, 0 if value == value.to_integral() else 2, force_grouping=True)
    return f"€{number}" if (get_language() or "en").startswith("en") else f"{number}\u00a0€"


def days_between(start: datetime, end: datetime) -> int:
    """Local calendar days from `start` to `end`; negative when `end` is past."""
    return (timezone.localtime(end).date() - timezone.localtime(start).date()).days


def days_later(value: datetime | None, days: int | None) -> datetime | None:
    """The same hour of the local day so many days later; None without a value or days.

    Also None beyond the end of the calendar.
    """
    if value is None or days is None:
        return None
    try:
        later = timezone.localtime(value).replace(tzinfo=None) + timedelta(days=days)
    except OverflowError:
        return None
    return timezone.make_aware(later)


def left_text(closes: datetime, at: datetime) -> str:
    """How long is left: "12 days left", "closes tomorrow", "closes today at 17.30", "closed"."""
    if closes <= at:
        return _("closed")
    # What closes at midnight is open to the end of the day before.
    days = days_between(at, closes - timedelta(microseconds=1))
    if days == 0:
        return _("closes today")
    if days == 1:
        return _("closes tomorrow")
    return ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days}
