"""Windows are half-open, parents narrow them, and only rows are read."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.core import clock, openness
from participation.core.models import Component
from participation.core.openness import Window
from participation.core.rules import RuleBroken
from tests.core.conftest import NOON

HOUR = timedelta(hours=1)
DAY = datetime(2026, 1, 1, tzinfo=UTC)
instants = st.none() | st.integers(0, 200).map(lambda hours: DAY + hours * HOUR)
windows = st.builds(Window, instants, instants)


@given(windows, windows, instants)
def test_a_shared_window_holds_exactly_what_both_hold(one, other, at):
    if at is None:
        return
    shared = one.within(other)
    assert (one.has(at) and other.has(at)) == bool(shared and shared.has(at))


@pytest.fixture
def board(component):
    component.opens_at, component.closes_at = NOON - HOUR, NOON + HOUR
    component.save()
    return component


@pytest.mark.parametrize(
    ("shift", "is_open"),
    [
        (-HOUR - timedelta(microseconds=1), False),
        (-HOUR, True),
        (timedelta(0), True),
        (HOUR - timedelta(microseconds=1), True),
        (HOUR, False),
    ],
)
def test_a_window_holds_its_opening_and_not_its_closing_instant(board, shift, is_open):
    with clock.frozen(NOON + shift):
        assert openness.look(board, "x")["x"].is_open is is_open
        if is_open:
            assert openness.require_open(board, "x") == board
        else:
            with pytest.raises(RuleBroken):
                openness.require_open(board, "x")


def test_the_reason_names_the_time(board):
    with clock.frozen(NOON + 2 * HOUR):
        assert "21 November 2026 at 13:00" in _reason(board)
    with clock.frozen(NOON - 2 * HOUR):
        assert "11:00" in _reason(board)


def _reason(board):
    from django.utils import translation

    with translation.override("en"):
        return openness.look(board, "x")["x"].reason


def test_a_component_without_dates_is_open(component, noon):
    assert openness.look(component, "x")["x"].is_open


def test_an_archived_component_is_closed(component, noon):
    component.archived_at = NOON
    component.save()
    with pytest.raises(RuleBroken):
        openness.require_open(component, "x")


def test_a_component_whose_page_is_not_published_is_closed(component, noon):
    component.source_page.live = False
    component.source_page.save()
    assert not openness.look(component, "x")["x"].is_open


@pytest.fixture
def process(board, parent_page):
    process = Component.objects.create(
        key=parent_page.translation_key, kind="test.process", source_page=parent_page
    )
    answers = {}
    openness.register_parent("test.process", lambda row, act: answers.get(act))
    yield answers
    openness._parents.pop("test.process")
    process.delete()


def test_a_parent_narrows_its_childrens_windows(board, process, noon):
    process["vote"] = [Window(NOON + HOUR / 2, None)]
    found = openness.look(board, "vote", "send")
    assert not found["vote"].is_open
    assert found["vote"].next_opens == NOON + HOUR / 2
    assert found["send"].is_open


def test_a_parent_that_never_opens_an_act_closes_it(board, process, noon):
    process["vote"] = []
    assert openness.look(board, "vote")["vote"].reason


def test_asking_costs_one_query_whatever_the_number_of_acts(
    board, process, noon, django_assert_num_queries
):
    with django_assert_num_queries(1):
        openness.look(board, "a", "b", "c")


def test_the_lineage_is_the_component_and_what_it_stands_in(board, process, parent_page):
    keys = openness.lineage_keys(board)
    assert keys == {board.key, parent_page.translation_key}
