"""Supports that came oddly: pure; what is found is shown to a person, nobody is stopped."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.core.moderatable import Voice
from participation.moderation import bursts

#: Three in the morning and noon in Helsinki.
NIGHT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
NOON = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
QUARTER = timedelta(minutes=15)


def crowd(
    number: int,
    start: datetime = NOON,
    over: timedelta = timedelta(minutes=10),
    age: timedelta = timedelta(days=300),
    sources: int = 100,
    thing: str = "penkki",
) -> list[Voice]:
    """So many supports, evenly over a time, from accounts that old and so many addresses."""
    moments = [start + over * n / number for n in range(number)]
    return [
        Voice(thing, n, at, f"source{n % sources}", at - age * (1 + n / number))
        for n, at in enumerate(moments)
    ]


def odd(voices: list[Voice], least: int = 30) -> bool:
    found = bursts.find(voices, least=least, within=QUARTER)
    return any(burst.is_odd(0.7, many=2 * least) for burst in found)


HOUR = timedelta(minutes=20)


def test_sixty_new_accounts_from_one_address_at_three_in_the_night():
    assert odd(crowd(60, NIGHT, age=HOUR, sources=1))


def test_a_hundred_accounts_younger_than_an_hour_within_five_minutes():
    assert odd(crowd(100, NOON, over=timedelta(minutes=5), age=HOUR))


@pytest.mark.parametrize(
    "voices",
    [
        crowd(200, NOON, sources=1),
        crowd(100, NIGHT),
        crowd(29, NIGHT, age=HOUR, sources=1),
        crowd(60, NOON, over=timedelta(hours=12), age=HOUR, sources=1),
        crowd(40, NOON, age=timedelta(hours=11)),
    ],
    ids=["a school's old accounts", "old accounts", "few", "over a day", "new but apart"],
)
def test_what_ordinary_days_bring_is_not_flagged(voices):
    assert not odd(voices)


def test_each_thing_is_looked_at_alone():
    voices = [v for n in range(10) for v in crowd(6, NIGHT, age=HOUR, sources=1, thing=f"{n}")]
    assert not odd(voices)


def test_the_evidence_holds_figures_and_no_person_or_address():
    (burst,) = bursts.find(crowd(60, NIGHT, age=HOUR, sources=1), least=30, within=QUARTER)
    evidence = burst.evidence("voices")
    assert evidence["number"] == evidence["from_one_source"] == evidence["at_night"] == 60
    assert "source0" not in str(evidence)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 3_600), min_size=1, max_size=60))
def test_the_largest_crowd_is_found_whatever_the_moments(seconds):
    voices = [
        Voice("penkki", n, NOON + timedelta(seconds=s), "a", NOON) for n, s in enumerate(seconds)
    ]
    (burst,) = bursts.find(voices, least=1, within=QUARTER)
    spans = [sum(s <= other <= s + 900 for other in seconds) for s in seconds]
    assert burst.number == max(spans)
    assert burst.until - burst.since <= QUARTER
