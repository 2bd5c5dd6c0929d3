"""What may be added up and what may not."""

from hypothesis import given
from hypothesis import strategies as st

from participation.core.figures import (
    LOWER_BOUNDS,
    Count,
    Precision,
    Tally,
    added,
    largest,
    together,
)

COUNTS = st.builds(Count, st.integers(0, 10_000), st.sampled_from(list(Precision)))
SOME = st.lists(st.none() | COUNTS, max_size=6)
TALLIES = st.lists(st.builds(Tally, *[st.none() | COUNTS] * 4), max_size=5)


@given(SOME)
def test_a_sum_is_the_sum_in_whatever_order(counts):
    told = [count.number for count in counts if count]
    result = added(counts)
    assert (result.number if result else None) == (sum(told) if told else None)
    assert added(reversed(counts)) == result


@given(SOME)
def test_a_sum_is_exact_only_where_all_its_parts_are(counts):
    told = [count for count in counts if count]
    result = added(counts)
    if result and result.precision == Precision.EXACT:
        assert {count.precision for count in told} == {Precision.EXACT}
    if result and result.precision in LOWER_BOUNDS:
        assert {count.precision for count in told} <= LOWER_BOUNDS


@given(SOME)
def test_the_largest_is_never_more_than_one_source_tells(counts):
    told = [count.number for count in counts if count and count.number]
    result = largest(counts)
    assert (result.number if result else None) == (max(told) if told else None)
    assert largest(reversed(counts)) == result


@given(SOME)
def test_of_several_sources_the_largest_is_never_called_exact(counts):
    if sum(1 for count in counts if count and count.number) > 1:
        assert largest(counts).precision != Precision.EXACT


@given(TALLIES)
def test_people_are_never_added_up(tallies):
    most = max((t.people.number for t in tallies if t.people), default=0)
    total = together(tallies)
    assert (total.people.number if total.people else 0) == most


def test_whoever_came_took_part_at_least_once():
    workshop = Tally(people=Count(14), workshops=Count(1))
    board = Tally(people=Count(45), participations=Count(99))
    assert together([workshop, board]).participations == Count(113)


def test_an_organiser_s_over_150_stays_over_150_beside_a_smaller_number():
    told = [Tally(people=Count(150, Precision.OVER)), Tally(people=Count(45))]
    assert together(told).people == Count(150, Precision.OVER)


def test_nothing_told_is_no_tally():
    assert not Tally()
    assert not together([])
    assert Tally(workshops=Count(0))
