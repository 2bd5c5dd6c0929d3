"""A process made from a preset: drafts with phases on working days, in the page's language."""

from datetime import date
from itertools import pairwise

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry, Page, PageLogEntry

from participation.core import acts, places
from participation.core.actors import Actor
from participation.core.models import Fact
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.working_days import Calendar
from participation.ideas.models import IdeaBoardPage
from participation.processes.actions import create_from_preset
from participation.processes.blocks import phase_times
from participation.processes.models import ProcessPage
from participation.processes.phases import PhaseState, in_order
from participation.processes.presets import PRESETS, proposed

CALENDAR = Calendar("FI", frozenset({7}))
FIRST = date(2027, 1, 11)
KEY = "a-key-of-the-form"


def make(editor, parent, preset="wellbeing", title="Hyvä elämä 2027", **given):
    return create_from_preset(
        actor=Actor.member(editor),
        parent=parent,
        **{"preset": preset, "title": title, "first_day": FIRST, "key": KEY} | given,
    )


class TestDates:
    @given(st.sampled_from(sorted(PRESETS)), st.dates(date(2025, 1, 1), date(2040, 12, 31)))
    def test_phases_follow_each_other_on_working_days(self, name, first):
        rows = list(proposed(PRESETS[name], first, CALENDAR))
        begins = [opens.date() for _phase, opens, _closes in rows]
        assert begins[0] >= first
        assert begins == sorted(set(begins))
        assert all(CALENDAR.is_open(day) for day in begins)
        assert [bool(closes) for *_rest, closes in rows] == [False] * (len(rows) - 1) + [True]
        assert CALENDAR.is_open(rows[-1][2].date())
        for (phase, opens, _end), (_next, following, _its_end) in pairwise(rows):
            days = CALENDAR.between(opens.date(), following.date())
            assert days == phase.weeks * 5

    def test_july_is_not_counted(self):
        rows = list(proposed(PRESETS["ideas"], date(2027, 6, 14), CALENDAR))
        assert rows[1][1].date() == date(2027, 8, 12)


class TestMaking:
    def test_everything_is_a_draft_with_the_board_below(self, tree, noon, editor, client):
        page = make(editor, tree.home)
        board = IdeaBoardPage.objects.child_of(page).get()
        assert not page.live
        assert not board.live
        assert client.get("/fi/hyva-elama-2027/").status_code == 404
        assert page.get_latest_revision()
        assert board.get_latest_revision()

    def test_texts_are_in_the_language_of_the_place(self, tree, noon, editor):
        with translation.override("en"):
            finnish = make(editor, tree.home)
            swedish = make(editor, tree.sv["home"], key="another-key-1")
            english = make(editor, tree.en["home"], key="another-key-2")
        names = [page.phases[0].value["title"] for page in (finnish, swedish, english)]
        assert names == ["Ilmiöt", "Fenomen", "Phenomena"]
        boards = [IdeaBoardPage.objects.child_of(p).get() for p in (finnish, swedish, english)]
        assert [board.locale.language_code for board in boards] == ["fi", "sv", "en"]

    @pytest.mark.parametrize("name", sorted(PRESETS))
    def test_what_is_made_can_be_published_as_it_is(self, name, tree, noon, editor, client):
        page = make(editor, tree.home, name)
        page.get_latest_revision().publish()
        board = IdeaBoardPage.objects.child_of(page).get()
        board.get_latest_revision().publish()
        times = in_order(
            [phase_times(block) for block in ProcessPage.objects.get(pk=page.pk).phases]
        )
        assert {phase.state(noon) for phase in times} == {PhaseState.UPCOMING}
        answer = client.get(page.url)
        assert answer.status_code == 200
        assert board.title in answer.content.decode()

    def test_an_act_that_no_app_knows_is_left_out(self, tree, noon, editor, monkeypatch):
        monkeypatch.setattr(acts, "_acts", {})
        monkeypatch.setattr(places, "_makers", {})
        page = make(editor, tree.home)
        assert all(not block.value["allows"] for block in page.phases)
        assert not page.get_children().exists()

    def test_it_is_told_and_written_in_the_log(self, tree, noon, editor):
        page = make(editor, tree.home)
        assert Fact.objects.get(name="process_drafted").subject_id == str(page.pk)
        entry = PageLogEntry.objects.get(action="raati.processes.create_from_preset")
        assert entry.page_id == page.pk
        assert not ModelLogEntry.objects.filter(action="raati.processes.create_from_preset")

    def test_the_same_form_twice_makes_one(self, tree, noon, editor):
        assert make(editor, tree.home) == make(editor, tree.home)
        assert ProcessPage.objects.child_of(tree.home).count() == 2

    def test_the_same_title_gets_an_address_of_its_own(self, tree, noon, editor):
        slugs = {make(editor, tree.home, key=f"key-number-{n}").slug for n in range(3)}
        assert slugs == {"hyva-elama-2027", "hyva-elama-2027-2", "hyva-elama-2027-3"}

    @pytest.mark.parametrize("title", ["!!!", "日本", "a" * 120])
    def test_odd_titles_have_an_address(self, title, tree, noon, editor):
        assert make(editor, tree.home, title=title).slug

    def test_a_preset_or_a_day_that_cannot_be_is_refused(self, tree, noon, editor):
        with pytest.raises(RuleBroken):
            make(editor, tree.home, "nothing")
        with pytest.raises(RuleBroken):
            make(editor, tree.home, first_day=date.max)

    def test_only_who_may_add_pages_here_may_make_one(self, tree, noon, editor):
        with pytest.raises(Refused):
            create_from_preset(
                actor=Actor.system("test"), parent=tree.home, preset="ideas", title="T",
                first_day=FIRST, key=KEY,
            )  # fmt: skip
        with pytest.raises(Refused):
            make(editor, tree.board)


class TestAdmin:
    def address(self, page: Page) -> str:
        return f"/admin/raati/processes/{page.pk}/preset/"

    def test_adding_a_process_leads_to_the_presets_and_to_an_empty_page(self, tree, noon, staff):
        add = f"/admin/pages/add/raati_processes/processpage/{tree.home.pk}/"
        answer = staff.get(add)
        assert answer.headers["Location"] == self.address(tree.home)
        html = staff.get(self.address(tree.home)).content.decode()
        assert f"{add}?empty=1" in html
        assert staff.get(f"{add}?empty=1").status_code == 200

    def test_the_form_makes_the_draft_and_opens_it(self, tree, noon, staff):
        data = {"preset": "ideas", "title": "Talvi", "first_day": "2027-01-11", "key": KEY}
        answer = staff.post(self.address(tree.home), data)
        made = ProcessPage.objects.get(slug="talvi")
        assert answer.headers["Location"] == f"/admin/pages/{made.pk}/edit/"
        assert staff.get(f"/admin/pages/{made.pk}/edit/").status_code == 200

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("preset", "x"),
            ("title", ""),
            ("title", "a" * 121),
            ("title", "a\x00b"),
            ("first_day", "9999-12-31"),
            ("first_day", "soon"),
        ],
    )
    def test_bad_input_is_told_beside_the_field(self, field, value, tree, noon, staff):
        data = {"preset": "ideas", "title": "T", "first_day": "2027-01-11", "key": KEY}
        answer = staff.post(self.address(tree.home), {**data, field: value})
        assert answer.status_code == 200
        assert field in answer.context["form"].errors

    def test_a_visitor_is_asked_to_sign_in(self, tree, noon, client):
        assert client.get(self.address(tree.home)).status_code == 302
