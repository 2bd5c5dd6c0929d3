"""An editor's life with places of participation, through the real views of the admin."""

import re
from datetime import UTC, datetime

import pytest
from django.apps import apps
from wagtail.fields import StreamField
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text

from participation.core.models import Component
from participation.core.openness import look
from participation.ideas.models import SUBMIT, Idea, IdeaBoardPage

from .conftest import person_with


def form_of(client, address: str) -> dict:
    """The fields of an editor's form as the browser would send them back."""
    html = client.get(address).content.decode()
    for form_id in ("page-edit-form", "w-editor-form"):
        if f'id="{form_id}"' in html:
            data = querydict_from_html(html, form_id=form_id).copy()
            # What scripts draw in a browser: the fields made of blocks, empty.
            for name in streams_of(address):
                data.setdefault(f"{name}-count", "0")
            return data
    raise AssertionError(f"No form on {address}.")


def streams_of(address: str) -> list[str]:
    """The fields made of blocks of the page that the editor at this address edits."""
    old, new = re.search(r"/pages/(\d+)/", address), re.search(r"/add/(\w+)/(\w+)/", address)
    model = Page.objects.get(pk=old[1]).specific_class if old else apps.get_model(*new.groups())
    return [field.name for field in model._meta.fields if isinstance(field, StreamField)]


def edit(client, page: Page, *, publish: bool = True, **given: str):
    """Change fields of a page in the editor and publish (or keep a draft)."""
    address = f"/admin/pages/{page.pk}/edit/"
    data = form_of(client, address)
    for name, value in given.items():
        data[name] = value
    if publish:
        data["action-publish"] = "action-publish"
    return client.post(address, data)


def row(page: Page) -> Component:
    return Component.objects.get(key=page.translation_key)


def with_an_idea(tree) -> Idea:
    return Idea.objects.create(
        component=tree.board.component,
        title="Penkkejä",
        text="Lisää penkkejä",
        language="fi",
        created_at=datetime(2026, 11, 20, tzinfo=UTC),
    )


@pytest.fixture
def boards(tree):
    """The board in three languages."""
    tree.en["process"] = tree.process.copy_for_translation(Locale.objects.get(language_code="en"))
    tree.in_swedish("process")
    tree.in_swedish("board", title="Parker")
    tree.en["board"] = tree.board.copy_for_translation(Locale.objects.get(language_code="en"))
    return tree


class TestEditing:
    def test_a_board_is_made_and_published_in_the_admin(self, tree, noon, staff):
        address = f"/admin/pages/add/raati_ideas/ideaboardpage/{tree.home.pk}/"
        assert staff.get(address).status_code == 200
        data = nested_form_data(
            {
                "title": "Harrastukset",
                "slug": "harrastukset",
                "intro": rich_text("<p>Mitä harrastuksia?</p>"),
                "rules": rich_text(""),
                "support_limit": "5",
                "idea_limit": "",
                "opens_at": "2026-11-01 08:00",
                "closes_at": "2026-12-31 16:00",
                "preset": "ideas",
                "threshold_days": "60",
                "has_map": "on",
                "stages-count": "0",
                "action-publish": "action-publish",
            }
        )
        checklist = staff.post(address, data, follow=True)
        assert not IdeaBoardPage.objects.get(slug="harrastukset").live
        staff.post(checklist.request["PATH_INFO"])
        page = IdeaBoardPage.objects.get(slug="harrastukset")
        assert row(page).settings["support_limit"] == 5
        # What is typed is local time: Helsinki is two hours ahead in winter.
        assert row(page).closes_at == datetime(2026, 12, 31, 14, 0, tzinfo=UTC)
        assert staff.get("/fi/harrastukset/").status_code == 200

    def test_a_draft_changes_nothing_until_it_is_published(self, tree, noon, staff):
        edit(staff, tree.board, publish=False, support_limit="3")
        assert row(tree.board).settings["support_limit"] is None
        edit(staff, tree.board, support_limit="3")
        assert row(tree.board).settings["support_limit"] == 3

    def test_times_that_cross_are_told_beside_their_field(self, tree, noon, staff):
        answer = edit(staff, tree.board, opens_at="2026-12-02 08:00", closes_at="2026-12-01 08:00")
        assert "closes_at" in answer.context["form"].errors

    def test_a_revision_taken_back_takes_its_settings_back(self, tree, noon, staff):
        edit(staff, tree.board, support_limit="3")
        old = IdeaBoardPage.objects.get(pk=tree.board.pk).get_latest_revision()
        edit(staff, tree.board, support_limit="9")
        data = form_of(staff, f"/admin/pages/{tree.board.pk}/revisions/{old.pk}/revert/")
        data["revision"], data["action-publish"] = str(old.pk), "action-publish"
        assert staff.post(f"/admin/pages/{tree.board.pk}/edit/", data).status_code == 302
        assert row(tree.board).settings["support_limit"] == 3

    def test_moving_the_page_changes_nothing_about_the_round(self, tree, noon, staff):
        key = tree.board.component.key
        address = f"/admin/pages/{tree.board.pk}/move/{tree.about.pk}/confirm/"
        assert staff.post(address).status_code == 302
        tree.board.refresh_from_db()
        assert tree.board.get_parent().pk == tree.about.pk
        assert row(tree.board).key == key
        assert look(row(tree.board), SUBMIT)[SUBMIT].is_open

    def test_an_unpublished_page_takes_nothing(self, tree, noon, staff):
        assert look(row(tree.board), SUBMIT)[SUBMIT].is_open
        staff.post(f"/admin/pages/{tree.board.pk}/unpublish/")
        assert not look(row(tree.board), SUBMIT)[SUBMIT].is_open

    def test_an_alias_in_the_same_language_shares_the_round(self, tree, noon, staff):
        data = {
            "new_title": "Puistot täälläkin",
            "new_slug": "puistot-taalla",
            "new_parent_page": tree.home.pk,
            "publish_copies": "on",
            "alias": "on",
        }
        answer = staff.post(f"/admin/pages/{tree.board.pk}/copy/", data)
        assert answer.status_code == 302
        alias = IdeaBoardPage.objects.get(slug="puistot-taalla")
        assert alias.alias_of_id == tree.board.pk
        assert alias.component == tree.board.component

    def test_a_copy_is_a_round_of_its_own(self, tree, noon, staff):
        with_an_idea(tree)
        data = {
            "new_title": "Uudet puistot",
            "new_slug": "uudet-puistot",
            "new_parent_page": tree.home.pk,
            "publish_copies": "on",
        }
        assert staff.post(f"/admin/pages/{tree.board.pk}/copy/", data).status_code == 302
        copy = IdeaBoardPage.objects.get(slug="uudet-puistot")
        assert copy.component != tree.board.component
        assert not Idea.objects.filter(component=copy.component).exists()

    def test_preview_shows_the_draft_and_makes_no_round(self, tree, noon, staff):
        before = Component.objects.count()
        address = f"/admin/pages/{tree.board.pk}/edit/preview/"
        data = form_of(staff, f"/admin/pages/{tree.board.pk}/edit/")
        data["title"] = "Vielä salainen nimi"
        assert staff.post(address, data).json()["is_valid"]
        answer = staff.get(address)
        assert "Vielä salainen nimi" in answer.content.decode()
        assert "private" in answer.headers["Cache-Control"]
        assert Component.objects.count() == before


class TestTranslations:
    @pytest.fixture
    def submitted(self, tree, noon, staff, django_capture_on_commit_callbacks):
        """The process and its board, sent to be translated into Swedish and English."""
        locales = Locale.objects.exclude(language_code="fi")
        for page in (tree.process, tree.board):
            answer = staff.post(
                f"/admin/localize/submit/page/{page.pk}/",
                {"locales": [locale.pk for locale in locales]},
            )
            assert answer.status_code == 302
        return tree

    def swedish(self, tree) -> IdeaBoardPage:
        return tree.board.get_translation(Locale.objects.get(language_code="sv"))

    def test_all_languages_are_one_round(self, submitted):
        boards = IdeaBoardPage.objects.filter(translation_key=submitted.board.translation_key)
        assert boards.count() == 3
        assert {page.component.key for page in boards} == {submitted.board.component.key}

    def test_changed_texts_and_settings_follow_when_the_original_is_published(
        self, submitted, staff, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            edit(staff, submitted.board, title="Puistot ja pihat", support_limit="7")
        swedish = self.swedish(submitted)
        draft = swedish.get_latest_revision_as_object()
        assert draft.title == "Puistot ja pihat"
        assert draft.support_limit == 7

    def test_settings_on_a_translation_are_read_only_and_say_where_they_are_edited(
        self, submitted, staff
    ):
        swedish = self.swedish(submitted)
        translation = swedish_translation(swedish)
        staff.post(f"/admin/localize/translate/{translation.pk}/disable/", {"next": "/admin/"})
        html = staff.get(f"/admin/pages/{swedish.pk}/edit/").content.decode()
        assert 'name="support_limit"' not in html
        assert 'name="opens_at"' not in html
        assert f'href="/admin/pages/{submitted.board.pk}/edit/"' in html
        data = form_of(staff, f"/admin/pages/{swedish.pk}/edit/")
        data.update({"support_limit": "99", "title": "Parker", "action-publish": "1"})
        assert staff.post(f"/admin/pages/{swedish.pk}/edit/", data).status_code == 302
        swedish.refresh_from_db()
        assert swedish.title == "Parker"
        assert swedish.support_limit is None
        assert row(submitted.board).settings["support_limit"] is None

    def test_phases_are_the_original_s_and_their_names_the_translation_s(
        self, submitted, noon, client
    ):
        swedish = submitted.process.get_translation(Locale.objects.get(language_code="sv"))
        blocks = swedish.phases.raw_data
        swedish.phases = [
            {**block, "value": {**block["value"], "title": f"Skede {number}", "closes": None}}
            for number, block in enumerate(blocks)
        ]
        swedish.save_revision().publish()
        html = client.get(swedish.url).content.decode()
        assert "Skede 1" in html
        assert "Ideat" not in html
        assert look(row(submitted.board), SUBMIT)[SUBMIT].is_open
        assert row(submitted.process).settings["phases"][1]["closes"].startswith("2026-12-01")


def swedish_translation(page):
    from wagtail_localize.models import Translation

    return Translation.objects.get(
        target_locale=page.locale, source__object_id=page.translation_key
    )


class TestNewRound:
    def address(self, tree) -> str:
        return f"/admin/raati/rounds/{tree.board.pk}/new/"

    def data(self, client, tree, **given: str) -> dict:
        key = client.get(self.address(tree)).context["form"]["key"].value()
        return {
            "title_fi": "Puistot 2027",
            "title_sv": "Parker 2027",
            "title_en": "Parks 2027",
            "opens_at": "2027-01-01 08:00",
            "closes_at": "2027-02-01 16:00",
            "key": key,
            **given,
        }

    def test_the_editor_offers_it(self, boards, noon, staff):
        html = staff.get(f"/admin/pages/{boards.board.pk}/edit/").content.decode()
        assert self.address(boards) in html
        assert (
            self.address(boards)
            not in staff.get(f"/admin/pages/{boards.about.pk}/edit/").content.decode()
        )

    def test_it_copies_every_language_to_one_empty_round(self, boards, noon, staff):
        with_an_idea(boards)
        answer = staff.post(self.address(boards), self.data(staff, boards))
        made = Component.objects.get(previous_round=boards.board.component)
        assert answer.headers["Location"] == f"/admin/pages/{made.source_page_id}/edit/"
        pages = Page.objects.filter(translation_key=made.key).order_by("locale__language_code")
        assert [p.title for p in pages] == ["Parks 2027", "Puistot 2027", "Parker 2027"]
        assert not any(page.live for page in pages)
        assert made.source_page.locale.language_code == "fi"
        assert made.opens_at == datetime(2027, 1, 1, 6, 0, tzinfo=UTC)
        assert not Idea.objects.filter(component=made).exists()

    def test_sending_it_twice_makes_one(self, boards, noon, staff):
        data = self.data(staff, boards)
        first, second = (staff.post(self.address(boards), data) for _ in range(2))
        assert first.headers["Location"] == second.headers["Location"]
        assert Component.objects.filter(previous_round=boards.board.component).count() == 1

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"closes_at": "2026-12-01 08:00"}, "closes_at"),
            ({"opens_at": "31.2.2027"}, "opens_at"),
            ({"title_sv": ""}, "title_sv"),
            ({"title_fi": "x" * 300}, "title_fi"),
        ],
    )
    def test_errors_stand_beside_their_field(self, given, field, boards, noon, staff):
        answer = staff.post(self.address(boards), self.data(staff, boards, **given))
        assert answer.status_code == 200
        assert field in answer.context["form"].errors
        assert Component.objects.filter(previous_round=boards.board.component).count() == 0

    def test_who_may_not_publish_is_turned_away(self, boards, noon, client):
        worker = person_with("ohjaaja@example.org", "youth_worker")
        client.force_login(worker.user)
        for act in ("new", "close", "archive"):
            answer = client.post(f"/admin/raati/rounds/{boards.board.pk}/{act}/", {})
            assert answer.status_code in (302, 403)
        boards.board.component.refresh_from_db()
        assert row(boards.board).closes_at is None
        assert row(boards.board).archived_at is None
        assert Component.objects.filter(previous_round=boards.board.component).count() == 0

    def test_a_page_that_is_no_place_of_participation_has_no_rounds(self, boards, noon, staff):
        for pk in (boards.about.pk, 99999):
            answer = staff.get(f"/admin/raati/rounds/{pk}/new/", follow=True)
            assert answer.status_code == 404


class TestClosing:
    def test_closing_early_closes_every_language_and_keeps_the_draft(self, boards, noon, staff):
        edit(staff, boards.board, publish=False, title="Kesken oleva nimi")
        address = f"/admin/raati/rounds/{boards.board.pk}/close/"
        assert staff.get(address).status_code == 200
        assert look(row(boards.board), SUBMIT)[SUBMIT].is_open
        assert staff.post(address).status_code == 302
        assert row(boards.board).closes_at == noon
        assert not look(row(boards.board), SUBMIT)[SUBMIT].is_open
        boards.board.refresh_from_db()
        assert boards.board.title == "Puistot"
        draft = boards.board.get_latest_revision_as_object()
        assert (draft.title, draft.closes_at) == ("Kesken oleva nimi", noon)

    def test_closing_what_is_closed_says_so(self, boards, noon, staff):
        address = f"/admin/raati/rounds/{boards.board.pk}/close/"
        staff.post(address)
        answer = staff.post(address)
        assert answer.status_code == 409
        assert "help-critical" in answer.content.decode()

    def test_archiving_takes_it_off_the_front_page_and_keeps_it_readable(self, boards, noon, staff):
        staff.post(f"/admin/raati/rounds/{boards.board.pk}/archive/")
        assert row(boards.board).archived_at == noon
        assert staff.get("/fi/hyvinvointi/puistot/").status_code == 200
        assert boards.board.view_url("new") not in staff.get("/fi/").content.decode()

    def test_a_getting_robot_closes_nothing(self, boards, noon, staff):
        for act in ("close", "archive"):
            staff.get(f"/admin/raati/rounds/{boards.board.pk}/{act}/")
        assert row(boards.board).closes_at is None
        assert row(boards.board).archived_at is None


class TestDeleting:
    def test_a_page_with_ideas_is_not_deleted_but_offered_to_archive(self, boards, noon, staff):
        with_an_idea(boards)
        for page in (boards.board, boards.process, boards.home):
            answer = staff.post(f"/admin/pages/{page.pk}/delete/")
            assert answer.status_code == 409
            assert f"/admin/raati/rounds/{boards.board.pk}/archive/" in answer.content.decode()
        assert IdeaBoardPage.objects.filter(pk=boards.board.pk).exists()

    def test_the_list_s_delete_is_no_way_around(self, boards, noon, staff):
        with_an_idea(boards)
        answer = staff.post(
            f"/admin/bulk/wagtailcore/page/delete/?id={boards.board.pk}", {"confirm": "yes"}
        )
        assert answer.status_code == 409
        assert IdeaBoardPage.objects.filter(pk=boards.board.pk).exists()

    def test_a_translation_may_go_while_the_original_stays(self, boards, noon, staff):
        with_an_idea(boards)
        swedish = boards.sv["board"]
        assert staff.post(f"/admin/pages/{swedish.pk}/delete/").status_code == 302
        assert Idea.objects.count() == 1
        assert row(boards.board).source_page_id == boards.board.pk

    def test_an_empty_round_s_original_leaves_its_settings_to_another_language(
        self, boards, noon, staff
    ):
        IdeaBoardPage.objects.get(pk=boards.board.pk).delete()
        heir = row(boards.sv["board"]).source_page_id
        assert heir == boards.sv["board"].pk
