"""The numbers of the law, with every date and every share."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.initiatives import law

days = st.dates(date(1900, 1, 1), date(2900, 12, 31))
shares = st.decimals(Decimal("0.01"), Decimal(100), places=2)


def test_two_per_cent_of_the_demo_municipality_are_134():
    assert law.needed(6_679, Decimal(2)) == 134


@pytest.mark.parametrize(
    ("residents", "needed"), [(1, 1), (49, 1), (50, 1), (51, 2), (100, 2), (101, 3), (6_700, 134)]
)
def test_a_part_of_a_resident_is_a_whole_one(residents, needed):
    assert law.needed(residents, Decimal(2)) == needed


@given(st.integers(1, 10_000_000), shares)
def test_the_number_needed_is_the_least_that_is_the_share(residents, share):
    needed = law.needed(residents, share)
    assert needed * 100 >= residents * share
    assert needed == 1 or (needed - 1) * 100 < residents * share
    assert 1 <= needed <= residents


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 3, 31), 6, date(2026, 9, 30)),
        (date(2026, 7, 1), 6, date(2027, 1, 1)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 10, 24), 6, date(2027, 4, 24)),
        (date(2026, 2, 28), 6, date(2026, 8, 28)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_months_are_the_calendar_s(day, months, after):
    assert law.months_after(day, months) == after


@given(days, st.integers(1, 60))
def test_the_day_is_the_same_or_the_last_of_its_month(day, months):
    after = law.months_after(day, months)
    passed = (after.year - day.year) * 12 + after.month - day.month
    assert passed == months
    assert after.day <= day.day
    if after.day < day.day:
        assert law.months_after(after.replace(day=1), 1).toordinal() - after.toordinal() == 1


@given(days, days, st.integers(1, 60))
def test_whoever_is_pending_earlier_is_never_due_later(one, other, months):
    first, second = sorted((one, other))
    assert law.months_after(first, months) <= law.months_after(second, months)
