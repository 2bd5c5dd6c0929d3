"""Ages from what is known of a birthday: never a yes or a no that the real birthday denies."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.people.birth import Born, age_on, is_within

DAYS = st.dates(date(1920, 1, 1), date(2035, 12, 31))
AGES = st.none() | st.integers(0, 99)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2010, 5, 17), date(2026, 5, 16), 15),
        (date(2010, 5, 17), date(2026, 5, 17), 16),
        (date(2012, 2, 29), date(2026, 2, 28), 13),
        (date(2012, 2, 29), date(2026, 3, 1), 14),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
        (date(2026, 5, 17), date(2026, 5, 16), -1),
    ],
)
def test_somebody_grows_older_on_their_birthday(born, day, age):
    assert age_on(born, day) == age


@pytest.mark.parametrize(
    ("year", "youngest", "oldest", "on", "answer"),
    [
        (2010, 13, 20, date(2026, 5, 1), True),
        (2013, 13, 20, date(2026, 5, 1), None),  # twelve or thirteen
        (2014, 13, 20, date(2026, 5, 1), False),
        (2005, 13, 20, date(2026, 5, 1), None),  # twenty or twenty-one
        (2004, 13, 20, date(2026, 5, 1), False),
        (2013, 13, 20, date(2026, 12, 31), True),
        (2008, 18, None, date(2026, 1, 1), None),
        (2008, 18, None, date(2026, 12, 31), True),
        (2012, 14, None, date(2026, 2, 28), None),
        (2012, None, None, date(2026, 2, 28), True),
    ],
)
def test_a_year_of_birth_is_unsure_only_in_its_boundary_year(year, youngest, oldest, on, answer):
    assert is_within(Born.in_year(year), youngest, oldest, on) is answer


def test_an_unknown_birthday_answers_only_where_no_age_is_asked():
    assert is_within(Born(), None, None, date(2026, 1, 1)) is True
    assert is_within(Born(), 13, None, date(2026, 1, 1)) is None
    assert is_within(Born(), None, 20, date(2026, 1, 1)) is None


def test_a_proof_of_at_least_fifteen_says_nothing_of_an_upper_limit():
    proved = Born(latest=date(2011, 3, 1))
    assert is_within(proved, 15, None, date(2026, 3, 1)) is True
    assert is_within(proved, 13, 20, date(2026, 3, 1)) is None
    both = proved.meet(Born.in_year(2009))
    assert is_within(both, 13, 20, date(2026, 3, 1)) is True


@settings(max_examples=50)
@given(birthday=DAYS, on=DAYS, youngest=AGES, oldest=AGES, data=st.data())
def test_no_answer_ever_contradicts_the_real_birthday(birthday, on, youngest, oldest, data):
    before = data.draw(st.none() | st.integers(0, 3000))
    after = data.draw(st.none() | st.integers(0, 3000))
    proved = Born(
        None if before is None else birthday - timedelta(days=before),
        None if after is None else birthday + timedelta(days=after),
    )
    truth = (youngest is None or age_on(birthday, on) >= youngest) and (
        oldest is None or age_on(birthday, on) <= oldest
    )
    told = Born.in_year(birthday.year)
    joined = proved.meet(told)
    assert joined is not None
    for born in (proved, told, joined):
        assert is_within(born, youngest, oldest, on) in (truth, None)


@settings(max_examples=50)
@given(a=DAYS, b=DAYS, c=DAYS, d=DAYS)
def test_two_intervals_meet_in_what_both_leave_open(a, b, c, d):
    one, other = Born(min(a, b), max(a, b)), Born(min(c, d), max(c, d))
    joined = one.meet(other)
    assert joined == other.meet(one)
    if joined is None:
        assert max(one.earliest, other.earliest) > min(one.latest, other.latest)
    else:
        assert joined == Born(max(min(a, b), min(c, d)), min(max(a, b), max(c, d)))
