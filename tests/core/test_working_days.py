"""Working days: weekends, public holidays and quiet months do not count."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.core.working_days import Calendar, calendar, check_calendar

FINLAND = Calendar()
days = st.dates(date(2020, 1, 1), date(2060, 12, 31))
counts = st.integers(0, 90)


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # a Friday
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
        (date(2026, 11, 21), 0, date(2026, 11, 23)),
        (date(2026, 6, 17), 2, date(2026, 6, 22)),  # Midsummer Eve is a Friday
        (date(2026, 6, 30), 1, date(2026, 8, 3)),  # all of July
        (date(2026, 12, 23), 1, date(2026, 12, 28)),  # Christmas
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Easter
        (date(2026, 12, 4), 15, date(2026, 12, 29)),  # over Christmas
    ],
)
def test_days_that_an_official_would_count(day, count, due):
    assert FINLAND.later(day, count) == due


@given(days, counts)
def test_nothing_falls_due_on_a_closed_day(day, count):
    assert FINLAND.is_open(FINLAND.later(day, count))


@given(days, st.integers(1, 90))
def test_so_many_working_days_lie_between(day, count):
    assert FINLAND.between(day, FINLAND.later(day, count)) == count


@given(days, counts, st.integers(0, 40), st.integers(0, 40))
def test_later_sent_or_more_days_is_never_due_earlier(day, count, more, after):
    due = FINLAND.later(day, count)
    assert due >= day
    assert FINLAND.later(day + timedelta(days=after), count) >= due
    assert FINLAND.later(day, count + more) >= due


def test_another_country_has_other_holidays():
    midsummer_eve, national_day = date(2026, 6, 19), date(2025, 6, 6)
    assert not FINLAND.is_open(midsummer_eve)
    assert FINLAND.is_open(national_day)
    assert not Calendar("SE").is_open(national_day)
    assert Calendar("", frozenset()).is_open(date(2026, 1, 1))


def test_the_settings_name_the_calendar(settings):
    settings.RAATI_HOLIDAYS, settings.RAATI_QUIET_MONTHS = "SE", [7, 8]
    assert calendar() == Calendar("SE", frozenset({7, 8}))
    assert check_calendar() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("HOLIDAYS", "Suomi"), ("QUIET_MONTHS", range(1, 13)), ("QUIET_MONTHS", [0])],
)
def test_a_calendar_that_cannot_be_stops_the_start(settings, name, value):
    setattr(settings, f"RAATI_{name}", value)
    assert len(check_calendar()) == 1
