"""A card is drawn once for the same values, and tells at once when one of them changes."""

from datetime import timedelta

import pytest

from participation.core import clock, kept
from participation.core.models import Theme
from participation.ideas import actions
from participation.ideas.models import Idea

BOARD = "/fi/ideat/"


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()


def board(client) -> str:
    return client.get(BOARD).content.decode()


def test_a_board_seen_before_is_put_together_from_its_cards(client, town, monkeypatch):
    town.idea()
    before = board(client)
    monkeypatch.setattr("participation.ideas.fragments.Card._draw", None)
    assert board(client) == before


def test_another_count_is_another_card(client, town):
    idea = town.idea()
    board(client)
    actions.support_idea(actor=town.resident("Onni"), idea=idea)
    assert '<span class="r-votes__number">1</span>' in board(client)


def test_a_renamed_theme_shows_on_the_card(client, town):
    town.idea(theme=town.themes["puistot"])
    board(client)
    Theme.objects.filter(slug="puistot").update(name={"fi": "Viheralueet"})
    page = board(client)
    assert page.count("Viheralueet") == 2
    assert "Puistot" not in page


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        ({"title": "Uusi otsikko"}, "Uusi otsikko"),
        ({"text": "Uusi kuvaus."}, "Uusi kuvaus."),
        ({"state": "considering"}, "r-chip--sun"),
        ({"language": "en"}, 'lang="en"'),
    ],
    ids=lambda each: str(each)[:30],
)
def test_every_value_that_is_shown_counts(client, town, change, shown):
    idea = town.idea()
    board(client)
    Idea.objects.filter(pk=idea.pk).update(**change)
    assert shown in board(client)


def test_a_board_that_closes_takes_the_button_off_the_card(client, town):

    town.idea()
    assert "r-support__button" in board(client)
    with clock.shifted(timedelta(days=30)):
        assert "r-support__button" not in board(client)


def test_a_count_that_is_hidden_from_now_on_leaves_the_card(client, town):
    town.idea()
    assert "r-votes__number" in board(client)
    town.publish(counts_hidden=True)
    assert "r-votes__number" not in board(client)
