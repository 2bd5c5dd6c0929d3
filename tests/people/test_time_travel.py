"""Levels end, ages turn and proofs are forgotten on the day and hour that they should (P12)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.core import clock, own_rows
from participation.core.eligibility import look
from participation.people.birth import Born, age_on
from participation.people.guardians.ages import grown_on, is_boundary_year, is_child
from participation.people.models import IdentityKey, Verification
from participation.people.verifying import verify_at_desk
from participation.people.verifying_facts import Facts
from tests.ideas.conftest import make_staff

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(born=DAYS, on=DAYS)
def test_a_child_is_one_until_the_thirteenth_birthday(born, on):
    assert is_child(Born(born, born), on) is (age_on(born, on) < 13)


@given(born=DAYS)
def test_the_day_on_which_a_child_has_grown_is_the_first_one(born):
    day = grown_on(Born(born, born))
    assert age_on(born, day) == 13
    assert age_on(born, day - timedelta(days=1)) == 12


@given(year=st.integers(1990, 2040), on=DAYS)
def test_only_one_year_of_birth_is_unsure_and_never_on_its_last_day(year, on):
    assert is_boundary_year(year, on) is (on.year - year == 13 and (on.month, on.day) < (12, 31))


@pytest.mark.parametrize(
    ("at", "until"),
    [
        # Noon in winter stays noon in summer, and the other way round.
        (datetime(2026, 3, 28, 10, 0, tzinfo=UTC), datetime(2028, 3, 27, 9, 0, tzinfo=UTC)),
        (datetime(2026, 10, 24, 9, 0, tzinfo=UTC), datetime(2028, 10, 23, 9, 0, tzinfo=UTC)),
        (datetime(2026, 10, 30, 10, 0, tzinfo=UTC), datetime(2028, 10, 29, 10, 0, tzinfo=UTC)),
    ],
)
def test_a_level_ends_at_the_hour_that_was_said_and_its_proof_goes_half_a_year_later(
    town, at, until
):
    town.publish(eligibility={"level": 2})
    with clock.frozen(at):
        onni = town.resident("Onni")
        desk = make_staff("Kaisa", "service_desk")
        verify_at_desk(actor=desk, person=onni.person, facts=Facts(), saw_document=True)
        IdentityKey.objects.create(digest="a.b.c", person=onni.person, at=at)
    assert Verification.objects.get().until == until
    minute = timedelta(minutes=1)
    for moment, verdict in ((until - minute, "yes"), (until, "unknown")):
        with clock.frozen(moment):
            assert look(onni, town.component).verdict.value == verdict
    gone = until + timedelta(days=180)
    for moment, left in ((gone, 1), (gone + minute, 0)):
        with clock.frozen(moment):
            own_rows.forget_old()
        assert Verification.objects.count() == left
    assert IdentityKey.objects.exists(), "one person, one account: also after the proof is gone"
