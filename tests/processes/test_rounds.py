"""A new round of a process: everything below it comes along, in every language, empty."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Locale, Page, PageLogEntry

from participation.core.actors import Actor
from participation.core.copying import places_in
from participation.core.models import Component, Fact
from participation.core.rounds import start_new_round
from participation.core.rules import RuleBroken
from participation.core.when import days_later
from participation.ideas.models import Idea, IdeaBoardPage
from participation.processes.models import ProcessPage

YEAR = 364
KEY = "a-key-of-the-form"


def row(page: Page) -> Component:
    return Component.objects.get(key=page.translation_key)


def again(editor, tree, **given) -> Component:
    return start_new_round(
        actor=Actor.member(editor),
        component=row(tree.process),
        **{"titles": {"fi": "Hyvinvointi 2027"}, "days": YEAR} | given,
    )


@pytest.fixture
def everywhere(tree):
    """The process and its board in three languages: Swedish by hand, English as aliases."""
    english = Locale.objects.get(language_code="en")
    tree.process.happened = [
        {
            "type": "event",
            "value": {
                "title": "Työpaja",
                "date": "2026-10-01",
                "workshops": {"number": 1, "precision": "exact"},
            },
        }
    ]
    tree.process.save_revision().publish()
    tree.en["process"] = tree.process.copy_for_translation(english, alias=True)
    tree.in_swedish("process", title="Välfärdsplan")
    tree.in_swedish("board", title="Parker")
    tree.en["board"] = tree.board.copy_for_translation(english, alias=True)
    tree.board.opens_at = datetime(2026, 10, 20, 6, 0, tzinfo=UTC)
    tree.board.save_revision().publish()
    return tree


class TestCopies:
    def test_the_process_and_its_board_come_in_every_language_as_drafts(
        self, everywhere, noon, editor
    ):
        new = again(editor, everywhere)
        (board,) = Component.objects.filter(previous_round=row(everywhere.board))
        for component, model in ((new, ProcessPage), (board, IdeaBoardPage)):
            pages = model.objects.filter(translation_key=component.key)
            assert {page.locale.language_code for page in pages} == {"fi", "sv", "en"}
            assert not any(page.live for page in pages)
            assert not any(page.alias_of_id for page in pages)
        assert new.previous_round == row(everywhere.process)

    def test_each_board_stands_below_the_process_of_its_language(self, everywhere, noon, editor):
        new = again(editor, everywhere)
        board = Component.objects.get(previous_round=row(everywhere.board))
        for page in IdeaBoardPage.objects.filter(translation_key=board.key):
            parent = page.get_parent()
            assert parent.translation_key == new.key
            assert parent.locale_id == page.locale_id
            assert page.slug == "puistot"

    def test_the_settings_stay_with_the_language_they_were_edited_in(
        self, everywhere, noon, editor
    ):
        new = again(editor, everywhere)
        board = Component.objects.get(previous_round=row(everywhere.board))
        assert new.source_page.locale.language_code == "fi"
        assert board.source_page.locale.language_code == "fi"

    def test_nothing_that_happened_comes_along(self, everywhere, noon, editor):
        Idea.objects.create(
            component=row(everywhere.board),
            title="Penkkejä",
            text="Lisää penkkejä",
            language="fi",
            created_at=noon,
        )
        new = again(editor, everywhere)
        board = Component.objects.get(previous_round=row(everywhere.board))
        page = new.source_page.specific
        assert not Idea.objects.filter(component=board).exists()
        assert not page.happened
        assert not any(block.value["results"].source for block in page.phases)
        draft = page.get_latest_revision_as_object()
        assert not draft.happened
        assert str(everywhere.process.phases[0].value["results"]) == "<p>Kolme ilmiötä.</p>"

    def test_a_translated_board_that_was_moved_stays_where_it_is(self, everywhere, noon, editor):
        home = Page.objects.get(pk=everywhere.sv["home"].pk)
        Page.objects.get(pk=everywhere.sv["board"].pk).move(home, pos="last-child")
        again(editor, everywhere)
        board = Component.objects.get(previous_round=row(everywhere.board))
        swedish = IdeaBoardPage.objects.get(translation_key=board.key, locale__language_code="sv")
        assert swedish.get_parent().pk == home.pk
        assert swedish.slug == "puistot-2"

    def test_a_board_that_only_the_swedish_process_has_comes_too(self, everywhere, noon, editor):
        process = ProcessPage.objects.get(pk=everywhere.sv["process"].pk)
        only = process.add_child(
            instance=IdeaBoardPage(title="På svenska", slug="pa-svenska", locale=process.locale)
        )
        new = again(editor, everywhere)
        copy = Component.objects.get(previous_round=row(only))
        (page,) = IdeaBoardPage.objects.filter(translation_key=copy.key)
        assert page.get_parent().translation_key == new.key
        assert page.locale.language_code == "sv"

    def test_a_signpost_in_the_same_language_is_not_copied(self, everywhere, noon, editor):
        everywhere.board.create_alias(parent=everywhere.process, update_slug="opaste")
        places = places_in(row(everywhere.process))
        assert len(places) == 2
        again(editor, everywhere)
        assert Page.objects.filter(slug="opaste").count() == 1

    def test_a_second_round_gets_an_address_of_its_own(self, everywhere, noon, editor):
        first, second = again(editor, everywhere), again(editor, everywhere)
        assert [r.source_page.slug for r in (first, second)] == ["hyvinvointi-2", "hyvinvointi-3"]

    def test_each_new_place_is_told_and_written_in_the_log(self, everywhere, noon, editor):
        again(editor, everywhere)
        assert Fact.objects.filter(name="round_started").count() == 2

    def test_it_can_be_published_and_opens_by_its_own_phases(
        self, everywhere, noon, editor, client
    ):
        new = again(editor, everywhere)
        board = Component.objects.get(previous_round=row(everywhere.board))
        for component in (new, board):
            component.source_page.get_latest_revision().publish()
        new.refresh_from_db()
        assert new.settings["phases"][1]["closes"].startswith("2027-11-30")
        html = client.get(new.source_page.specific.url).content.decode()
        assert "Hyvinvointi 2027" in html


class TestDates:
    def test_all_dates_move_by_the_same_days(self, everywhere, noon, editor):
        page = again(editor, everywhere).source_page.specific
        old, new = everywhere.process.phases, page.phases
        assert [block.id for block in old] == [block.id for block in new]
        assert new[0].value["closes"] - old[0].value["closes"] == timedelta(days=YEAR)
        board = Component.objects.get(previous_round=row(everywhere.board))
        # Summer time in both years.
        assert board.opens_at == datetime(2027, 10, 19, 6, 0, tzinfo=UTC)

    def test_or_they_are_left_out(self, everywhere, noon, editor):
        page = again(editor, everywhere, days=None).source_page.specific
        times = [(b.value["opens"], b.value["closes"]) for b in page.phases]
        assert times == [(None, None)] * 3
        board = Component.objects.get(previous_round=row(everywhere.board))
        assert board.opens_at is None

    @given(
        st.dates(date(2020, 1, 1), date(2040, 1, 1)),
        st.integers(5, 23),
        st.integers(-3000, 3000),
    )
    def test_a_moved_hour_is_the_same_hour_of_the_local_day(self, day, hour, days):
        local = datetime.combine(day, time(hour), ZoneInfo("Europe/Helsinki"))
        later = timezone.localtime(days_later(local, days))
        assert (later.date(), later.hour) == (day + timedelta(days=days), hour)

    def test_the_end_of_the_calendar_is_no_error(self):
        assert days_later(datetime(9999, 12, 30, tzinfo=UTC), YEAR) is None

    def test_ages_away_is_refused(self, everywhere, noon, editor):
        with pytest.raises(RuleBroken):
            again(editor, everywhere, days=5000)


class TestOldRound:
    def test_the_old_ones_are_archived_when_asked(self, everywhere, noon, editor):
        again(editor, everywhere, archive_old=True)
        assert row(everywhere.process).archived_at == noon
        assert row(everywhere.board).archived_at == noon
        assert Component.objects.filter(previous_round=None, archived_at=None).count() == 0

    def test_and_left_alone_otherwise(self, everywhere, noon, editor):
        again(editor, everywhere)
        assert row(everywhere.process).archived_at is None


class TestForm:
    @pytest.fixture
    def address(self, everywhere) -> str:
        return f"/admin/raati/rounds/{everywhere.process.pk}/new/"

    def data(self, **given) -> dict:
        titles = {f"title_{code}": "Uusi" for code in ("fi", "sv", "en")}
        return {**titles, "dates": "move", "first_day": "2027-10-20", "key": KEY, **given}

    def test_it_proposes_the_same_weekday_a_year_later(self, address, noon, staff):
        html = staff.get(address).content.decode()
        # The board opened on Tuesday 20.10.2026: the first date that is known.
        assert 'value="2027-10-19"' in html

    def test_the_dates_move_so_that_it_begins_on_that_day(self, address, everywhere, noon, staff):
        answer = staff.post(address, self.data())
        new = Component.objects.get(previous_round=row(everywhere.process))
        assert answer.headers["Location"] == f"/admin/pages/{new.source_page_id}/edit/"
        closes = new.source_page.specific.phases[0].value["closes"]
        assert closes == datetime(2027, 11, 1, 8, 0, tzinfo=UTC)

    def test_moving_needs_a_day(self, address, noon, staff):
        answer = staff.post(address, self.data(first_day=""))
        assert "first_day" in answer.context["form"].errors

    @pytest.mark.parametrize("day", ["9999-01-01", "x", "2027-02-30"])
    def test_a_day_that_cannot_be_is_told_beside_the_field(self, day, address, noon, staff):
        answer = staff.post(address, self.data(first_day=day))
        assert answer.status_code == 200
        assert "first_day" in answer.context["form"].errors

    def test_the_same_form_twice_makes_one_round(self, address, everywhere, noon, staff):
        first, second = staff.post(address, self.data()), staff.post(address, self.data())
        assert first.headers["Location"] == second.headers["Location"]
        assert Component.objects.filter(previous_round=row(everywhere.process)).count() == 1
        assert PageLogEntry.objects.filter(action="wagtail.copy").count() >= 1
