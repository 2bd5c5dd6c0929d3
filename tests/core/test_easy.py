"""Easy-language versions: written beside any page, read below it, by whoever may read the page."""

from datetime import timedelta

import pytest
from django.test import Client
from wagtail.models import Locale, PageViewRestriction

from home.models import ContentPage
from home.roles import ensure_groups
from participation.core import clock, easy
from participation.core.actors import Actor
from participation.core.models import EasyText
from participation.core.policies import Refused
from participation.core.roles import Role
from participation.core.rules import RuleBroken
from tests import worlds
from tests.home.conftest import person_with
from tests.home.trees import NOON, Tree


@pytest.fixture(autouse=True)
def _at_noon():
    with clock.frozen(NOON):
        yield


@worlds.shared
def tree(wagtail_root):
    with clock.frozen(NOON):
        return Tree(wagtail_root)


@worlds.shared
def editor(tree):
    ensure_groups()
    return Actor.member(person_with("viestinta@example.org", Role.COMMUNICATIONS))


def write(actor, page, *, publish=True, title="Tietoa selkokielellä", based_on=None) -> EasyText:
    return easy.save_easy_text(
        actor=actor,
        page=page,
        title=title,
        body="<h2>Mitä täällä voi tehdä</h2><p>Voit kertoa idean.</p>",
        review_on=None,
        publish=publish,
        based_on=based_on,
    )


def test_a_published_version_is_read_at_an_address_below_its_page(tree, editor, client):
    write(editor, tree.about)
    answer = client.get("/fi/tietoa/selko/")
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Voit kertoa idean." in html
    assert '<article class="r-easy" lang="fi-simple">' in html
    assert "s-maxage=2" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


def test_the_page_and_its_version_lead_to_each_other(tree, editor, client):
    write(editor, tree.about)
    assert 'href="/fi/tietoa/selko/"' in client.get("/fi/tietoa/").content.decode()
    assert 'href="/fi/tietoa/"' in client.get("/fi/tietoa/selko/").content.decode()


@pytest.mark.parametrize("name", ["home", "board", "process", "item"])
def test_every_kind_of_page_can_have_one(name, tree, editor, client):
    page = getattr(tree, name)
    write(editor, page)
    assert client.get(f"{page.get_url()}selko/").status_code == 200


def test_a_draft_is_not_shown_and_its_address_leads_to_the_page(tree, editor, client):
    write(editor, tree.about, publish=False)
    answer = client.get("/fi/tietoa/selko/")
    assert (answer.status_code, answer["Location"]) == (302, "/fi/tietoa/")
    assert "selko/" not in client.get("/fi/tietoa/").content.decode()


def test_a_newer_draft_does_not_change_what_is_published(tree, editor, client):
    row = write(editor, tree.about)
    write(editor, tree.about, publish=False, title="Uusi", based_on=row.latest_revision_id)
    assert "Uusi" not in client.get("/fi/tietoa/selko/").content.decode()


def test_the_version_of_an_unpublished_page_is_not_found(tree, editor, client):
    write(editor, tree.about)
    tree.about.unpublish()
    assert client.get("/fi/tietoa/selko/").status_code == 404


def test_the_version_of_a_restricted_page_asks_who_is_there(tree, editor):
    write(editor, tree.about)
    PageViewRestriction.objects.create(page=tree.about, restriction_type="login")
    answer = Client().get("/fi/tietoa/selko/")
    assert answer.status_code == 302
    assert "login" in answer["Location"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_page_of_that_name_comes_first(tree, editor, client):
    write(editor, tree.about)
    tree.about.add_child(instance=ContentPage(title="Selkosivu", slug="selko"))
    assert "Selkosivu" in client.get("/fi/tietoa/selko/").content.decode()


def test_another_language_s_address_leads_to_this_language_s(tree, editor, client):
    sv = tree.in_swedish("about", title="Om oss", slug="om-oss")
    assert client.get("/sv/om-oss/selko/")["Location"] == "/sv/om-oss/"
    write(editor, sv, title="Om oss på lätt språk")
    assert client.get("/sv/om-oss/selko/")["Location"] == "/sv/om-oss/latt/"
    assert client.get("/sv/om-oss/latt/").status_code == 200


def test_no_such_page_stays_not_found(tree, client):
    assert client.get("/fi/ei-ole/selko/").status_code == 404
    assert client.get("/fi/puistot/idea/selko/").status_code == 404


def test_a_withdrawn_version_is_gone_and_its_text_kept(tree, editor, client):
    row = write(editor, tree.about)
    easy.withdraw_easy_text(actor=editor, easy=row)
    assert client.get("/fi/tietoa/selko/").status_code == 302
    assert EasyText.objects.get().body
    with pytest.raises(RuleBroken):
        easy.withdraw_easy_text(actor=editor, easy=row)


def test_it_is_outdated_when_its_page_was_published_since(tree, editor):
    row = write(editor, tree.about)
    assert not EasyText.objects.get().is_outdated
    ContentPage.objects.filter(pk=tree.about.pk).update(last_published_at=NOON + timedelta(days=1))
    assert EasyText.objects.get().is_outdated
    with clock.frozen(NOON + timedelta(days=2)):
        easy.check_easy_text(actor=editor, easy=row)
    assert not EasyText.objects.get().is_outdated


def test_the_second_of_two_writers_is_told_and_nothing_is_lost(tree, editor):
    row = write(editor, tree.about)
    write(editor, tree.about, title="Toinen", based_on=row.latest_revision_id)
    with pytest.raises(RuleBroken):
        write(editor, tree.about, title="Kolmas", based_on=row.latest_revision_id)
    assert EasyText.objects.get().title == "Toinen"


def test_who_may_not_edit_the_page_writes_no_version(tree, editor):
    stranger = Actor.member(person_with("asukas@example.org"))
    with pytest.raises(Refused):
        write(stranger, tree.about)


def test_a_page_costs_no_query_for_its_switch(tree, client, django_assert_max_num_queries):
    client.get("/fi/tietoa/")
    with django_assert_max_num_queries(4):
        client.get("/fi/tietoa/")


class TestAdmin:
    @pytest.fixture
    def staff(self, client, editor):
        client.force_login(editor.user)
        return client

    def form(self, **more):
        body = (
            '{"blocks": [{"key": "a", "text": "Voit kertoa idean.", "type": "unstyled",'
            ' "depth": 0, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'
        )
        return {"title": "Selko", "body": body, "review_on": "", "based_on": "", **more}

    def test_a_version_is_written_and_published_in_the_admin(self, tree, staff, client):
        address = f"/admin/raati/easy/{tree.about.pk}/"
        assert staff.get(address).status_code == 200
        assert staff.post(address, self.form(publish="1")).status_code == 302
        assert "Voit kertoa idean." in Client().get("/fi/tietoa/selko/").content.decode()
        assert staff.get(address).status_code == 200

    @pytest.mark.parametrize(
        "more", [{"title": ""}, {"body": "{]"}, {"body": "null"}, {"title": "a\x00"},
                 {"review_on": "29.2.2027"}, {"based_on": "1e9"}]
    )  # fmt: skip
    def test_what_cannot_be_is_told_beside_its_field(self, more, tree, staff):
        answer = staff.post(f"/admin/raati/easy/{tree.about.pk}/", self.form(**more))
        assert answer.status_code == 422
        assert not EasyText.objects.exists()

    def test_the_preview_shows_the_draft_to_editors_only(self, tree, staff, editor):
        write(editor, tree.about, publish=False)
        address = f"/admin/raati/easy/{tree.about.pk}/preview/"
        answer = staff.get(address)
        assert "Voit kertoa idean." in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]
        assert Client().get(address).status_code == 302

    def test_the_list_tells_which_pages_have_one(self, tree, staff, editor):
        write(editor, tree.about)
        address = "/admin/raati/easy/"
        assert "Tietoa" in staff.get(address).content.decode()
        assert "Tietoa" not in listed(staff.get(address, {"show": "missing"}))
        assert "Tietoa" not in listed(staff.get(address, {"show": "outdated"}))
        for odd in ("<svg>", "x" * 5000):
            assert staff.get(address, {"show": odd, "p": odd}).status_code == 200

    def test_the_list_costs_the_same_for_many_pages(
        self, tree, staff, editor, django_assert_max_num_queries
    ):
        for number in range(12):
            page = tree.add(ContentPage(title=f"Sivu {number}", slug=f"sivu-{number}"))
            write(editor, page)
        staff.get("/admin/raati/easy/")
        with django_assert_max_num_queries(24):
            staff.get("/admin/raati/easy/")


def listed(answer) -> str:
    return answer.content.decode().split("<main")[-1].split("<tbody")[-1].split("</tbody")[0]


def test_the_locale_of_a_version_is_the_page_s(tree):
    assert Locale.objects.get(language_code="fi") == tree.about.locale
    assert easy.slug_in("sv-FI") == "latt"
    assert easy.language_tag("sv") == "sv-simple"
