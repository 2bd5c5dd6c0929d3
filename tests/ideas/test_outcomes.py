"""The front page's "what happened because of you"."""

import pytest

from participation.ideas.actions import answer_idea, hide_idea
from participation.ideas.models import HideReason, State
from participation.ideas.outcomes import draw_outcomes, outcomes_below

pytestmark = pytest.mark.django_db


def answer(town, staff, idea, outcome):
    return answer_idea(
        actor=staff["communications"],
        idea=idea,
        outcome=outcome,
        text={"fi": "Penkit tulevat keväällä."},
        role={"fi": "Puistopuutarhuri"},
    )


def titles(page):
    return [found["idea"].title for found in outcomes_below(page)]


def test_nothing_answered_draws_nothing(town):
    town.idea()
    assert draw_outcomes({}, town.home) == ""


def test_an_idea_that_comes_true_is_shown_with_its_answer(town, staff):
    idea = town.idea(title="Penkki rantaan")
    answer(town, staff, idea, State.ACCEPTED)
    html = draw_outcomes({}, town.home)
    assert "Penkki rantaan" in html
    assert "Penkit tulevat keväällä." in html
    assert idea.public_id in html


def test_a_declined_or_hidden_idea_is_not_among_them(town, staff):
    answer(town, staff, town.idea(title="Ei onnistu"), State.DECLINED)
    hidden = town.idea(title="Piilossa")
    answer(town, staff, hidden, State.ACCEPTED)
    hide_idea(actor=staff["moderator"], idea=hidden, reason=HideReason.RULES)
    assert titles(town.home) == []


def test_every_board_gets_its_place_before_one_gets_a_second(town, staff):
    other = town.new_board("Lasten toiveet")
    answer(town, staff, town.idea(title="Toive", component=other.component), State.ACCEPTED)
    for number in range(4):
        answer(town, staff, town.idea(title=f"Uudempi {number}"), State.PARTLY)
    assert titles(town.home) == ["Uudempi 3", "Toive", "Uudempi 2"]


def test_many_answers_cost_as_little_as_one(town, staff, django_assert_max_num_queries):
    for number in range(5):
        answer(town, staff, town.idea(title=f"Idea {number}"), State.ACCEPTED)
    draw_outcomes({}, town.home)
    with django_assert_max_num_queries(4):
        draw_outcomes({}, town.home)
