"""The page of a process: the path, what can be done now, what came before."""

from datetime import UTC, datetime, timedelta

import pytest
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from home.models import HomePage
from participation.core import clock
from participation.core.models import Component
from participation.core.openness import look, require_open
from participation.core.rules import RuleBroken
from participation.ideas.models import SUBMIT, SUPPORT
from participation.processes.models import ProcessPage
from tests.home.trees import CLOSES, translated

OPENS = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
A_MOMENT = timedelta(milliseconds=1)


def html(client, address: str = "/fi/hyvinvointi/") -> str:
    return client.get(address).content.decode()


def test_the_path_says_where_one_is(tree, noon, client):
    page = html(client)
    states = [part.split('"')[0] for part in page.split('class="r-phase r-phase--')[1:]]
    assert states == ["past", "here", "coming"]
    assert page.count('aria-current="step"') == 1
    assert "1.11.2026 – 1.12.2026" in page


def test_what_can_be_done_now_is_on_top_with_a_link_to_the_act(tree, noon, client):
    page = html(client)
    assert tree.board.view_url("new") in page
    assert page.index(tree.board.view_url("new")) < page.index("Kolme ilmiötä")
    assert "Kerro, mitä toivot." in page


def test_results_of_earlier_phases_are_shown_once_they_are_over(tree, noon, client):
    assert "Kolme ilmiötä" in html(client)
    with clock.frozen(datetime(2026, 10, 31, tzinfo=UTC)):
        assert "Kolme ilmiötä" not in html(client)


def test_outside_the_phase_the_board_is_listed_as_closed(tree, noon, client):
    with clock.frozen(CLOSES + timedelta(days=1)):
        page = html(client)
    assert tree.board.view_url("new") not in page
    assert tree.board.get_url() in page


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (OPENS - A_MOMENT, False),
        (OPENS, True),
        (CLOSES - A_MOMENT, True),
        (CLOSES, False),
    ],
)
def test_the_phase_opens_and_closes_the_board_below_it(at, is_open, tree):
    with clock.frozen(at):
        component = Component.objects.get(pk=tree.board.component.pk)
        assert look(component, SUBMIT)[SUBMIT].is_open == is_open
        if is_open:
            require_open(component, SUBMIT)
        else:
            with pytest.raises(RuleBroken):
                require_open(component, SUBMIT)


def test_the_board_s_own_dates_hold_too(tree, noon):
    Component.objects.filter(pk=tree.board.component.pk).update(closes_at=noon)
    component = Component.objects.get(pk=tree.board.component.pk)
    assert not look(component, SUPPORT)[SUPPORT].is_open


def test_a_change_of_phases_counts_from_its_publication(tree, noon):
    blocks = list(tree.process.phases.raw_data)
    blocks[1] = {**blocks[1], "value": {**blocks[1]["value"], "allows": ["ideas.support"]}}
    tree.process.phases = blocks
    revision = tree.process.save_revision()
    rows = Component.objects.filter(pk=tree.board.component.pk)
    assert look(rows.get(), SUBMIT)[SUBMIT].is_open
    revision.publish()
    # What a row was read with stays with it: each request reads its own.
    assert not look(rows.get(), SUBMIT)[SUBMIT].is_open
    assert look(rows.get(), SUPPORT)[SUPPORT].is_open


def test_a_translated_page_shows_its_own_words_and_the_original_s_until_translated(
    tree, noon, client
):
    swedish = translated(tree.process, "sv", title="Välfärdsplan")
    assert "Ideat" in html(client, swedish.url)
    swedish.phases = [
        {**block, "value": {**block["value"], "title": f"Skede {number}"}}
        for number, block in enumerate(swedish.phases.raw_data)
        if number != 2
    ]
    swedish.save_revision().publish()
    page = html(client, swedish.url)
    assert "Skede 1" in page
    assert "Päätös" in page  # not in the translation yet


def test_a_translated_page_that_was_moved_still_shows_what_is_below_the_original(
    tree, noon, client
):
    sv = Locale.objects.get(language_code="sv")
    swedish = translated(tree.process, "sv", title="Välfärdsplan")
    board = translated(tree.board, "sv", title="Parker")
    board.move(HomePage.objects.get(pk=tree.sv["home"].pk), pos="last-child")
    page = html(client, ProcessPage.objects.get(pk=swedish.pk).url)
    board = tree.board.get_translation(sv)
    assert f'href="{board.specific.view_url("new")}"' in page


def test_a_board_that_is_not_translated_is_offered_in_its_own_language(tree, noon, client):
    swedish = translated(tree.process, "sv", title="Välfärdsplan")
    assert tree.board.view_url("new") in html(client, swedish.url)


def test_a_process_without_phases_is_a_page_like_others(tree, noon, client):
    tree.process.phases = []
    tree.process.save_revision().publish()
    page = html(client)
    assert "r-timeline" not in page
    assert tree.board.view_url("new") in page


class TestEditor:
    def data(self, *phases: dict) -> dict:
        rows = [
            (
                "phase",
                {
                    "title": f"Vaihe {n}",
                    "description": rich_text(""),
                    "opens": "",
                    "closes": "",
                    "results": rich_text(""),
                    "more_results": streamfield([]),
                    **{name: value for name, value in phase.items() if name != "allows"},
                },
            )
            for n, phase in enumerate(phases)
        ]
        data = nested_form_data(
            {
                "title": "Hyvinvointisuunnitelma",
                "slug": "hyvinvointi",
                "lead": "",
                "body": rich_text(""),
                "other_ways": rich_text(""),
                "phases": streamfield(rows),
                "happened": streamfield([]),
                "questions": streamfield([]),
                "documents": streamfield([]),
                "contacts": streamfield([]),
                "action-publish": "action-publish",
            }
        )
        ticked = {f"phases-{n}-value-allows": p.get("allows", []) for n, p in enumerate(phases)}
        return {**data, **ticked}

    def post(self, staff, tree, *phases: dict):
        return staff.post(f"/admin/pages/{tree.process.pk}/edit/", self.data(*phases))

    def test_phases_are_published_to_the_row_as_helsinki_s_time(self, tree, noon, staff):
        answer = self.post(
            staff,
            tree,
            {"opens": "2026-10-01 00:00", "closes": "2026-10-25 02:00"},
            {"closes": "2026-12-01 00:00", "allows": ["ideas.submit"]},
        )
        assert answer.status_code == 302, answer.context["form"].errors.as_data()
        first, second = Component.objects.get(pk=tree.process.component.pk).settings["phases"]
        # Summer time ends later that morning.
        assert first["closes"] == second["opens"]
        assert datetime.fromisoformat(first["closes"]) == datetime(2026, 10, 24, 23, tzinfo=UTC)
        assert second["allows"] == ["ideas.submit"]

    def test_times_that_cross_are_refused_beside_their_field(self, tree, noon, staff):
        answer = self.post(
            staff,
            tree,
            {"opens": "2026-10-02 00:00", "closes": "2026-10-01 00:00"},
            {"opens": "2026-09-01 00:00"},
        )
        assert answer.status_code == 200
        (error,) = answer.context["form"].errors["phases"].as_data()
        assert set(error.block_errors) == {0, 1}
        assert set(error.block_errors[0].block_errors) == {"closes"}
        assert set(error.block_errors[1].block_errors) == {"opens"}

    @pytest.mark.parametrize("hour", ["2026-03-29 03:30", "2026-10-25 03:30"])
    def test_an_hour_that_is_missing_or_comes_twice_is_refused(self, hour, tree, noon, staff):
        answer = self.post(staff, tree, {"opens": hour})
        assert "phases" in answer.context["form"].errors

    def test_an_act_that_nobody_registered_is_refused(self, tree, noon, staff):
        answer = self.post(staff, tree, {"allows": ["votes.forge"]})
        assert "phases" in answer.context["form"].errors
