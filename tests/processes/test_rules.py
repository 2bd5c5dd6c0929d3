"""Phases as tables: when an instant is in which phase, and what is open then."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.core.models import Component
from participation.core.openness import Window
from participation.processes.phases import (
    Phase,
    PhaseState,
    from_json,
    in_order,
    misplaced,
    to_json,
)
from participation.processes.rules import process_opens, windows

HELSINKI = ZoneInfo("Europe/Helsinki")
PAST, CURRENT, UPCOMING = PhaseState.PAST, PhaseState.CURRENT, PhaseState.UPCOMING


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI).astimezone(UTC)


def phase(opens=None, closes=None, *allows: str) -> Phase:
    start = local(opens) if opens else None
    end = local(closes) if closes else None
    return Phase(f"{opens}-{closes}", start, end, frozenset(allows))


OCTOBER = phase("2026-10-01T00:00", "2026-11-01T00:00", "ideas.submit")


@pytest.mark.parametrize(
    ("at", "state"),
    [
        ("2026-09-30T23:59:59", UPCOMING),
        ("2026-10-01T00:00", CURRENT),
        ("2026-10-31T23:59:59.999999", CURRENT),
        ("2026-11-01T00:00", PAST),
    ],
)
def test_a_phase_begins_at_its_opening_and_is_over_at_its_closing(at, state):
    assert OCTOBER.state(local(at)) == state


@pytest.mark.parametrize(
    ("one", "at", "state"),
    [
        (phase(), "2026-10-01T00:00", CURRENT),
        (phase(None, "2026-10-01T00:00"), "1990-01-01T00:00", CURRENT),
        (phase("2026-10-01T00:00"), "2090-01-01T00:00", CURRENT),
    ],
)
def test_a_missing_bound_is_no_bound(one, at, state):
    assert one.state(local(at)) == state


def test_a_phase_over_the_change_of_clocks_is_as_long_as_its_days():
    """Clocks go back at 4 on 25 October 2026: that day has 25 hours."""
    day = phase("2026-10-25T00:00", "2026-10-26T00:00")
    assert day.closes - day.opens == timedelta(hours=25)
    first_half_past_three = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second_half_past_three = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    until_half_past_three = phase("2026-10-25T00:00", "2026-10-25T03:30")
    assert until_half_past_three.state(first_half_past_three) == PAST
    assert until_half_past_three.state(first_half_past_three - timedelta(seconds=1)) == CURRENT
    assert day.state(second_half_past_three) == CURRENT


def test_an_empty_time_is_the_neighbour_s():
    first, second, third = in_order(
        [phase(None, "2026-10-01T00:00"), phase(), phase("2026-11-01T00:00")]
    )
    assert (second.opens, second.closes) == (first.closes, third.opens)
    assert first.opens is None
    assert third.closes is None


@pytest.mark.parametrize(
    ("phases", "wrong"),
    [
        ([phase("2026-10-02T00:00", "2026-10-01T00:00")], [(0, "closes")]),
        ([phase("2026-10-01T00:00", "2026-10-01T00:00")], [(0, "closes")]),
        ([OCTOBER, phase("2026-10-31T00:00")], [(1, "opens")]),
        ([OCTOBER, phase("2026-11-01T00:00")], []),
        ([OCTOBER, phase()], []),
        ([phase(), phase()], [(1, "opens")]),
        ([phase("2026-10-01T00:00"), phase("2026-10-02T00:00")], []),
    ],
)
def test_times_that_cross_are_told_with_their_field(phases, wrong):
    assert [(index, field) for index, field, _reason in misplaced(phases)] == wrong


instants = st.datetimes(
    min_value=datetime(2026, 1, 1),  # noqa: DTZ001 - naive bounds are what it takes
    max_value=datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.just(UTC),
)


@given(st.lists(instants, min_size=2, max_size=8, unique=True), instants)
def test_phases_without_gaps_put_every_instant_in_one_phase(times, at):
    bounds = [None, *sorted(times), None]
    pairs = pairwise(bounds)
    phases = [Phase(str(i), start, end, frozenset()) for i, (start, end) in enumerate(pairs)]
    assert not misplaced(phases)
    assert [p.state(at) for p in in_order(phases)].count(CURRENT) == 1


@given(st.lists(instants, min_size=2, max_size=6, unique=True), instants)
def test_an_act_is_open_exactly_in_the_phases_that_list_it(times, at):
    bounds = sorted(times)
    phases = [
        Phase(str(i), start, end, frozenset(["a"] if i % 2 else ["b"]))
        for i, (start, end) in enumerate(pairwise(bounds))
    ]
    is_open = any(w.has(at) for w in windows(phases, "a", Window()))
    assert is_open == any(p.state(at) == CURRENT and "a" in p.allows for p in phases)


def test_a_phase_comes_back_from_its_row_as_it_was():
    assert from_json(to_json(OCTOBER)) == OCTOBER


def process(*phases: Phase, **fields) -> Component:
    return Component(settings={"phases": [to_json(p) for p in phases]}, **fields)


def test_a_process_without_phases_has_no_say():
    assert process_opens(process(), "ideas.submit") is None


def test_an_act_that_no_phase_lists_is_closed():
    assert process_opens(process(OCTOBER), "ideas.support") == []


def test_a_process_opens_an_act_in_the_phase_that_lists_it():
    assert process_opens(process(OCTOBER), "ideas.submit") == [OCTOBER.window]


def test_closing_the_whole_process_cuts_its_phases():
    early = local("2026-10-15T12:00")
    assert process_opens(process(OCTOBER, closes_at=early), "ideas.submit") == [
        Window(OCTOBER.opens, early)
    ]


def test_an_archived_process_opens_nothing():
    assert process_opens(process(OCTOBER, archived_at=OCTOBER.opens), "ideas.submit") == []
