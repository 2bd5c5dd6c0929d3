"""Ideas on other pages: only what everybody may read, no hidden count, at a bounded cost."""

import pytest
from django.test import RequestFactory
from wagtail.models import Page, PageViewRestriction

from participation.core import clock
from participation.ideas import teasers
from participation.ideas.models import Idea, IdeaBoardPage


def titles(found) -> list[str]:
    return [each["idea"].title for each in found]


@pytest.fixture
def three(town):
    """Three ideas: one support, two supports, hidden with three."""
    made = [town.idea(town.resident(), title=f"Idea {n}") for n in (1, 2, 3)]
    for number, idea in enumerate(made, 1):
        Idea.objects.filter(pk=idea.pk).update(support_count=number)
    Idea.objects.filter(pk=made[2].pk).update(hidden_at=clock.now(), hidden_reason="rules")
    return made


def test_the_latest_are_the_newest_that_everybody_may_read(town, three):
    assert titles(teasers.latest(town.home, 3)) == ["Idea 2", "Idea 1"]


def test_a_number_from_an_old_page_never_makes_a_long_list(town):
    for number in range(8):
        town.idea(town.resident(f"Asukas{number}"))
    assert len(teasers.latest(town.home, 1000)) == teasers.MOST


def test_the_top_is_what_most_support(town, three):
    Idea.objects.filter(pk=three[0].pk).update(support_count=9)
    assert titles(teasers.top(town.board, 3)) == ["Idea 1", "Idea 2"]


def test_while_counts_are_hidden_the_top_tells_neither_counts_nor_their_order(town, three):
    Idea.objects.filter(pk=three[0].pk).update(support_count=9)
    board = town.publish(counts_hidden=True)
    found = teasers.top(board, 3)
    assert titles(found) == ["Idea 2", "Idea 1"]
    assert all(each["count_hidden"] for each in found)


@pytest.mark.parametrize("hide", ["unpublish", "restrict"])
def test_boards_that_not_everybody_may_read_give_nothing_away(hide, town, three):
    if hide == "unpublish":
        town.board.unpublish()
    else:
        PageViewRestriction.objects.create(page=town.home, restriction_type="login")
    assert not teasers.latest(town.home, 3)
    assert not teasers.answered(town.home, 3)
    assert not teasers.top(IdeaBoardPage.objects.get(pk=town.board.pk), 3)


def test_a_teaser_costs_three_queries_however_many_boards_there_are(
    town, three, django_assert_max_num_queries
):
    for number in range(4):
        other = town.new_board(f"Taulu {number}")
        town.idea(town.resident(), component=other.component)
    start, request = Page.objects.get(pk=town.home.pk), RequestFactory().get("/fi/")
    with django_assert_max_num_queries(3):
        assert len(teasers.latest(start, 6, request)) == 6
