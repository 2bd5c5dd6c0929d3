"""Answered in time: the share and the days, as anybody could count them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from hypothesis import given
from hypothesis import strategies as st

from participation.core import clock
from participation.ideas.actions import answer_idea, hide_idea
from participation.ideas.models import Idea
from participation.ideas.timeliness import Timeliness, measure, timeliness

SENT = datetime(2026, 11, 2, 9, tzinfo=UTC)
DUE = date(2026, 11, 20)
TODAY = date(2026, 12, 1)


def answered(day: int, hour: int = 12) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("due", "told", "today", "expected"),
    [
        (DUE, answered(20), TODAY, (1, 1)),
        (DUE, answered(21), TODAY, (1, 0)),
        # Half past midnight in the town is still the evening before in UTC.
        (DUE, answered(20, 22), TODAY, (1, 0)),
        (DUE, None, TODAY, (1, 0)),
        (DUE, None, DUE, (0, 0)),
        (DUE, answered(9), DUE, (1, 1)),
        (None, answered(9), TODAY, (0, 0)),
        (None, None, TODAY, (0, 0)),
    ],
)
def test_an_answer_counts_by_the_towns_days(due, told, today, expected):
    found = measure([(SENT, due, told)], today)
    assert (found.due, found.in_time) == expected


def test_the_share_is_rounded_down_and_the_middle_is_the_median():
    late = [(SENT, DUE, None)]
    rows = [(SENT, DUE, answered(3 + n)) for n in (0, 1, 1, 9, 16)] * 40 + late
    found = measure(rows, TODAY)
    assert (found.due, found.in_time, found.share) == (201, 200, 99)
    assert found.median_days == 2
    assert measure([], TODAY) == Timeliness(0, 0, 0, None)
    assert measure([], TODAY).share is None


@given(
    st.lists(
        st.tuples(
            st.just(SENT),
            st.none() | st.dates(date(2026, 11, 2), date(2027, 1, 1)),
            st.none() | st.integers(0, 60).map(lambda n: SENT + timedelta(days=n)),
        ),
        max_size=30,
    )
)
def test_never_more_in_time_than_due(rows):
    found = measure(rows, TODAY)
    assert 0 <= found.in_time <= found.due <= len(rows)
    assert found.share is None or 0 <= found.share <= 100


def test_the_board_says_how_it_keeps_its_days(town, staff, client):
    answer = {"outcome": "accepted", "text": {"fi": "Tehdään."}, "role": {"fi": "Ohjaaja"}}
    ideas = [town.idea() for _each in range(4)]
    today = clock.today()
    for idea, days in zip(ideas, (0, -1, -1, 5), strict=True):
        Idea.objects.filter(pk=idea.pk).update(due_on=today + timedelta(days=days))
    for idea in ideas[:1] + ideas[2:3]:
        answer_idea(actor=staff["communications"], idea=idea, **answer)
    hide_idea(actor=staff["moderator"], idea=ideas[2], reason="rules")
    cache.clear()
    assert timeliness(town.component) == Timeliness(2, 1, 1, 0)
    page = client.get("/fi/ideat/").content.decode()
    assert "2 ideasta, joihin piti jo vastata, 1 sai vastauksen ajoissa." in page
