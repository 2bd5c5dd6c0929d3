"""What an age tells about the day of birth: never less than the truth, never more than a year."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.people.birth import Born, age_on
from participation.people.verifying_ages import ANY_AGE, around, at_least, is_possible, under

DAYS = st.dates(date(1925, 1, 1), date(2040, 12, 31))


@settings(max_examples=50)
@given(DAYS, DAYS)
def test_a_reduced_birthday_contains_the_real_one_and_tells_no_day(birthday, on):
    found = around(birthday, on)
    if age_on(birthday, on) < 0:
        assert found is None
        return
    assert found.earliest <= birthday <= found.latest
    assert timedelta(days=364) <= found.latest - found.earliest <= timedelta(days=366)


@settings(max_examples=50)
@given(DAYS, st.integers(0, 90), DAYS)
def test_whoever_is_old_enough_is_inside_and_whoever_is_not_is_outside(on, years, birthday):
    found = at_least(years, on)
    if age_on(birthday, on) >= years:
        assert birthday <= found.latest
    else:
        assert birthday > found.latest


@pytest.mark.parametrize(
    ("born", "earliest", "latest"),
    [
        (at_least(18, date(2026, 11, 22)), None, date(2008, 11, 22)),
        (under(20, date(2026, 12, 31)), date(2007, 1, 1), None),
        (at_least(18, date(2024, 2, 29)), None, date(2006, 2, 28)),
        (under(19, date(2023, 2, 28)), date(2004, 2, 29), None),
    ],
)
def test_ages_as_days_of_birth(born, earliest, latest):
    assert born == Born(earliest, latest)


def test_contradicting_ages_are_nobody_s():
    on = date(2026, 11, 22)
    assert at_least(30, on).meet(under(18, on)) is None
    assert is_possible(at_least(13, on).meet(under(18, on)))
    assert not is_possible(Born(date(2010, 1, 2), date(2010, 1, 1)))
    assert is_possible(ANY_AGE)
