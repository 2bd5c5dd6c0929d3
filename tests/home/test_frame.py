"""Menu, languages, footer, notices: what surrounds every page."""

import re

import pytest
from django.core.cache import cache
from wagtail.models import Locale

from home.models import NewsIndexPage, NewsPage
from participation.ideas.models import Idea, IdeaBoardPage


def links(html: str, language: str) -> str:
    """Where the switch to a language leads."""
    return re.search(rf'<a href="([^"]*)" lang="{language}" hreflang', html).group(1)


def get(client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_menu_shows_what_editors_put_into_it_and_where_one_is(tree, noon, client):
    html = get(client, "/fi/uutiset/kioski/")
    menu = html.split('class="r-header__list"')[1].split("</ul>")[0]
    assert re.findall(r'href="([^"]+)"', menu) == ["/fi/tietoa/", "/fi/uutiset/"]
    assert '<a href="/fi/uutiset/" aria-current="true">' in menu
    assert 'aria-current="page"' in get(client, "/fi/uutiset/")


@pytest.mark.parametrize("change", ["publish", "unpublish", "delete", "move", "slug"])
def test_the_menu_follows_at_once_when_pages_change(
    change, tree, noon, client, django_capture_on_commit_callbacks
):
    get(client, "/fi/")
    with django_capture_on_commit_callbacks(execute=True):
        if change == "publish":
            tree.about.title = "Mistä on kyse"
            tree.about.save_revision().publish()
        elif change == "unpublish":
            tree.about.unpublish()
        elif change == "delete":
            tree.about.delete()
        elif change == "move":
            tree.about.move(tree.news, pos="last-child")
        else:
            tree.about.slug = "mista-on-kyse"
            tree.about.save_revision().publish()
    menu = get(client, "/fi/").split('class="r-header__list"')[1].split("</ul>")[0]
    assert ("Mistä on kyse" in menu) == (change == "publish")
    assert ('href="/fi/tietoa/"' in menu) == (change == "publish")


def test_the_menu_is_read_once_for_a_site_and_a_language(
    tree, noon, client, django_assert_num_queries
):
    get(client, "/fi/tietoa/")
    with django_assert_num_queries(2):
        get(client, "/fi/tietoa/")
    cache.clear()
    assert "Tietoa" in get(client, "/fi/tietoa/")


def test_the_switch_leads_to_the_same_page_in_the_other_language(tree, noon, client):
    tree.in_swedish("about", title="Om oss", slug="om-oss")
    assert links(get(client, "/fi/tietoa/"), "sv") == "/sv/om-oss/"
    assert links(get(client, "/sv/om-oss/"), "fi") == "/fi/tietoa/"


def test_the_switch_keeps_filters_in_the_address(tree, noon, client):
    tree.in_swedish("about", title="Om oss", slug="om-oss")
    html = get(client, "/fi/tietoa/?tema=a%26b&missing=en")
    assert links(html, "sv") == "/sv/om-oss/?tema=a%26b"


def test_the_switch_stays_at_the_idea_one_is_reading(tree, noon, client):
    tree.in_swedish("process")
    board = tree.in_swedish("board", slug="parker")
    idea = Idea.objects.create(
        component=tree.board.component,
        title="Penkkejä",
        text="Lisää",
        language="fi",
        created_at=noon,
    )
    address = tree.board.view_url("idea", idea.public_id)
    html = client.get(address, follow=True).content.decode()
    assert links(html, "sv").startswith(board.view_url("idea", idea.public_id).rstrip("/"))
    assert client.get(links(html, "sv")).status_code == 200


def test_a_missing_translation_is_said_in_the_language_that_was_asked_for(tree, noon, client):
    html = get(client, "/fi/tietoa/")
    assert links(html, "sv") == "?missing=sv"
    assert "data-missing" in html
    answer = client.get("/fi/tietoa/?missing=sv")
    assert answer.status_code == 200
    assert "s-maxage" in answer.headers["Cache-Control"]
    assert "<h1>Tietoa</h1>" in answer.content.decode()
    notice = answer.content.decode().split("r-notice")[0].rsplit("<div", 2)[1]
    assert 'lang="sv"' in notice
    assert 'href="/sv/"' in answer.content.decode()


@pytest.mark.parametrize("asked", ["xx", "<svg>", "fi", ""])
def test_an_odd_missing_language_changes_nothing(asked, tree, noon, client):
    plain = get(client, "/fi/tietoa/")
    odd = client.get("/fi/tietoa/", {"missing": asked}).content.decode()
    assert odd.count("r-notice") == plain.count("r-notice")
    assert "<svg>" not in odd.split("<main")[0].replace(plain.split("<main")[0], "")


def test_a_page_that_stands_in_for_its_translation_says_so(tree, noon, client):
    sv = Locale.objects.get(language_code="sv")
    tree.about.copy_for_translation(sv, alias=True)
    html = get(client, "/sv/tietoa/")
    assert "r-notice" in html
    assert 'lang="fi"' in html.split('<main id="main"')[1].split("<h1")[0]


def test_the_footer_leads_to_what_the_law_wants(tree, noon, client):
    footer = get(client, "/fi/").split("<footer")[1]
    for address in ("/fi/tietosuoja/", "/fi/saannot/", "/fi/saavutettavuus/"):
        assert f'href="{address}"' in footer
    assert "010 123 4567" in footer


def test_the_demonstration_says_what_it_is_and_keeps_out_of_search_engines(
    tree, noon, client, settings
):
    answer = client.get("/fi/")
    assert "r-demo" in answer.content.decode()
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "Disallow: /\n" in get(client, "/robots.txt")
    assert "<loc>" not in get(client, "/sitemap.xml")
    settings.RAATI_DEMO = False
    answer = client.get("/fi/")
    assert "r-demo" not in answer.content.decode()
    assert "X-Robots-Tag" not in answer.headers


def test_the_sitemap_lists_public_pages_of_every_language_and_no_private_one(
    tree, noon, client, settings
):
    settings.RAATI_DEMO = False
    tree.about.view_restrictions.create(restriction_type="login")
    tree.rules.unpublish()
    found = get(client, "/sitemap-pages-1.xml")
    assert "/fi/uutiset/kioski/" in found
    assert "/sv/" in found
    assert "/fi/tietoa/" not in found
    assert "/fi/saannot/" not in found


def test_a_front_page_in_one_language_shows_what_can_be_done_there(tree, noon, client):
    html = get(client, "/fi/")
    assert "Ideat" in html  # the phase
    assert tree.board.view_url("new") in html
    assert "Kioski avattiin" in html
    assert html.count("r-card--pine") == 1  # the process is not shown beside its board
    assert tree.board.view_url("new") not in get(client, "/sv/")


def test_what_is_private_is_not_told_on_the_front_page(tree, noon, client):
    tree.process.view_restrictions.create(restriction_type="login")
    tree.news.view_restrictions.create(restriction_type="login")
    html = get(client, "/fi/")
    assert tree.board.view_url("new") not in html
    assert "Kioski avattiin" not in html


def test_an_archived_board_leaves_the_front_page(tree, noon, client):
    from participation.core.models import Component

    Component.objects.update(archived_at=noon)
    assert "r-card--pine" not in get(client, "/fi/")


@pytest.mark.parametrize("address", ["/fi/hyvinvointi/puistot/new/", "/fi/accounts/signup/"])
def test_every_form_that_collects_data_leads_to_the_privacy_notice(tree, noon, client, address):
    page = get(client, address).split("<main")[1]
    forms = [part.split("</form")[0] for part in page.split("<form")[1:]]
    assert any('href="/fi/tietosuoja/"' in form for form in forms)


def test_the_alias_of_a_private_page_is_in_no_menu(tree, noon, client):
    tree.about.title = "Salaista"
    tree.about.save_revision().publish()
    tree.about.create_alias(update_slug="kopio", parent=tree.home)
    assert "/fi/kopio/" in get(client, "/fi/saannot/")
    tree.about.view_restrictions.create(restriction_type="login")
    cache.clear()
    assert "Salaista" not in get(client, "/fi/saannot/")


def test_the_alias_of_a_private_place_is_on_no_process_page(tree, noon, client):
    private = tree.add(IdeaBoardPage(title="Salaista", slug="sisainen"))
    private.create_alias(update_slug="kopio", parent=tree.process)
    assert "Salaista" in get(client, "/fi/hyvinvointi/")
    private.view_restrictions.create(restriction_type="login")
    assert "Salaista" not in get(client, "/fi/hyvinvointi/")


def test_the_alias_of_private_news_is_in_no_list(tree, noon, client):
    inside = tree.add(NewsIndexPage(title="Sisäiset", slug="sisaiset"))
    news = NewsPage(title="Salaista", lead="Ei muille.", about=tree.process)
    inside.add_child(instance=news)
    news.create_alias(update_slug="kopio", parent=tree.news)
    pages = ("/fi/uutiset/", "/fi/hyvinvointi/")
    assert all("Salaista" in get(client, page) for page in pages)
    inside.view_restrictions.create(restriction_type="login")
    assert not any("Salaista" in get(client, page) for page in pages)
