"""Finding a page in one query gives the same answer as Wagtail's walk down the tree."""

import pytest
from django.http import Http404
from django.test import Client
from django.utils import translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from home.models import ContentPage
from participation.core import routing


@pytest.fixture
def wood(tree, noon):
    """The tree with what is out of the ordinary in it."""
    sv = Locale.objects.get(language_code="sv")
    tree.in_swedish("about", title="Om oss", slug="om-oss")
    tree.in_swedish("process")
    tree.in_swedish("board")
    tree.privacy.copy_for_translation(sv, alias=True)
    tree.about.create_alias(update_slug="kopio", parent=tree.home)
    hidden = tree.add(ContentPage(title="Piilossa", slug="piilossa"))
    hidden.add_child(instance=ContentPage(title="Alla", slug="alla"))
    hidden.unpublish()
    draft = ContentPage(title="Luonnos", slug="luonnos", live=False)
    tree.add(draft)
    private = tree.add(ContentPage(title="Omat", slug="omat"))
    private.view_restrictions.create(restriction_type="login")
    private.add_child(instance=ContentPage(title="Sisällä", slug="sisalla"))
    # A child whose address is also a view of its parent.
    tree.accessibility.add_child(instance=ContentPage(title="Palaute", slug="feedback"))
    tree.accessibility.add_child(instance=ContentPage(title="Muu", slug="muu"))
    return tree


ODD = [
    "", "x/", "tietoa/x/", "tietoa/tietoa/", "hyvinvointi/puistot/new/",
    "hyvinvointi/puistot/mine/", "hyvinvointi/puistot/xyz/", "hyvinvointi/puistot/new/x/",
    "hyvinvointi/puistot/bcdfghjkmnpq-penkki/", "saavutettavuus/feedback/",
    "saavutettavuus/feedback/bcdfghjkmnpq/", "saavutettavuus/muu/", "kuparila/", "TIETOA/",
    "om-oss/", "piilossa/", "piilossa/alla/", "luonnos/", "omat/", "omat/sisalla/", "kopio/",
    "-/", "_/", "tietoa/" * 40,
]  # fmt: skip


def answer(rf, language: str, path: str, *, fast: bool) -> tuple:
    """What answers the path: the page's id and type, and the view below it."""
    request = rf.get(f"/{language}/{path}")
    with translation.override(language):
        if fast:
            routing.find_page(request, path)
        try:
            found = Page.route_for_request(request, path)
        except Http404:
            return ("404",)
    if found is None:
        return ("404",)
    page, args, kwargs = found
    match = kwargs.get("match")
    return (page.pk, type(page), args, (match.func, match.kwargs) if match else None)


def paths_of_every_page(tree) -> list[str]:
    paths = set()
    for page in Page.objects.filter(depth__gt=1):
        paths.add("/".join(page.url_path.strip("/").split("/")[1:]))
    return sorted(f"{path}/" if path else "" for path in paths)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_both_ways_give_the_same_answer_for_every_page(language, wood, rf):
    for path in [*paths_of_every_page(wood), *ODD]:
        quick = answer(rf, language, path, fast=True)
        stock = answer(rf, language, path, fast=False)
        assert quick == stock, (language, path)


def test_the_comparison_sees_pages_views_and_missing_ones(wood, rf):
    """Otherwise the test above could be comparing nothing."""
    assert answer(rf, "fi", "tietoa/", fast=True)[0] == wood.about.pk
    assert answer(rf, "fi", "hyvinvointi/puistot/new/", fast=True)[3] is not None
    assert answer(rf, "fi", "x/", fast=True) == ("404",)
    request = rf.get("/fi/tietoa/")
    with translation.override("fi"):
        assert routing.find_page(request, "tietoa/")
    request = rf.get("/fi/piilossa/")
    with translation.override("fi"):
        assert not routing.find_page(request, "piilossa/")


def test_another_host_s_site_is_asked_for_its_own_pages(wood, rf):
    request = rf.get("/fi/tietoa/", HTTP_HOST="unknown.example.org")
    with translation.override("fi"):
        assert routing.find_page(request, "tietoa/")  # the default site answers


def test_a_private_page_asks_to_sign_in_and_is_never_shared(wood, client, editor):
    for address in ("/fi/omat/", "/fi/omat/sisalla/"):
        answer = Client().get(address)
        assert answer.status_code == 302
        assert "/accounts/login/" in answer.headers["Location"]
        client.force_login(editor.user)
        mine = client.get(address)
        assert mine.status_code == 200
        assert mine.headers["Cache-Control"] == "private, no-store"


def test_a_password_page_is_never_shared(tree, noon, client):
    restriction = tree.about.view_restrictions.create(restriction_type="password", password="sala")
    assert b"<h1>Tietoa</h1>" not in client.get("/fi/tietoa/").content
    client.post(
        f"/fi/_util/authenticate_with_password/{restriction.pk}/{tree.about.pk}/",
        {"password": "sala", "return_url": "/fi/tietoa/"},
    )
    answer = client.get("/fi/tietoa/")
    assert b"<h1>Tietoa</h1>" in answer.content
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("/fi/tietoa", "/fi/tietoa/"),
        ("/fi/hyvinvointi/puistot/new", "/fi/hyvinvointi/puistot/new/"),
    ],
)
def test_a_missing_slash_is_put_right(address, target, tree, noon, client):
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (301, target)


def test_an_editor_s_redirect_still_leads_on(tree, noon, client):
    Redirect.objects.create(old_path="/fi/vanha", redirect_page=tree.about, site=tree.site)
    assert client.get("/fi/vanha/").headers["Location"] == "/fi/tietoa/"


def test_the_bare_address_leads_to_the_reader_s_language(tree, noon, client):
    assert client.get("/", headers={"accept-language": "sv"}).headers["Location"] == "/sv/"
    assert client.get("/").headers["Location"] == "/fi/"
