"""For readers outside the site: feeds, sitemaps, one address, other languages, shared cards."""

import re
from xml.etree import ElementTree

import pytest
from django.utils import timezone

from participation.core import sitemaps
from participation.core.models import Area, Theme
from participation.ideas.models import Idea

ATOM = "{http://www.w3.org/2005/Atom}"


def idea(tree, noon, **fields) -> Idea:
    given = {"title": "Penkki rantaan", "text": "Siinä istuu.", "language": "fi", **fields}
    return Idea.objects.create(component=tree.board.component, created_at=noon, **given)


def entries(client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert "s-maxage" in answer.headers["Cache-Control"]
    assert not answer.cookies
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own answer
    for link in feed.iter(f"{ATOM}link"):
        assert link.get("href").startswith("http")
    return [entry.findtext(f"{ATOM}title") for entry in feed.iter(f"{ATOM}entry")]


def head(client, address: str) -> str:
    return client.get(address, follow=True).content.decode().split("</head>")[0]


def test_a_board_has_a_feed_with_the_filters_of_its_address(tree, noon, client):
    theme = Theme.objects.create(slug="puistot", name={"fi": "Puistot"})
    area = Area.objects.create(slug="keskusta", name={"fi": "Keskusta"})
    idea(tree, noon, title="Yksi", theme=theme)
    idea(tree, noon, title="Kaksi", area=area)
    feed = tree.board.view_url("feed")
    assert set(entries(client, feed)) == {"Yksi", "Kaksi"}
    assert entries(client, f"{feed}?theme=puistot") == ["Yksi"]
    assert entries(client, f"{feed}?area=keskusta") == ["Kaksi"]
    assert f'type="application/atom+xml" title="{tree.board.title}" href="{feed}"' in head(
        client, tree.board.get_url()
    )


@pytest.mark.parametrize(
    "title", ["<svg/onload=alert(1)> & ]]>", "A\u0001B\ufffe", "مرحبا", "😀" * 30, "</title>"]
)
def test_a_feed_is_valid_whatever_a_title_is(title, tree, noon, client):
    idea(tree, noon, title=title, text=title)
    (shown,) = entries(client, tree.board.view_url("feed"))
    assert shown == title.replace("\u0001", "").replace("\ufffe", "")


@pytest.mark.parametrize("how", ["hidden", "withdrawn", "merged"])
def test_what_is_not_public_leaves_the_feed_and_the_sitemap_at_once(
    how, tree, noon, client, settings
):
    settings.RAATI_DEMO = False
    one, other = idea(tree, noon, title="Xylofoni"), idea(tree, noon, title="Toinen")
    if how == "hidden":
        Idea.objects.filter(pk=one.pk).update(hidden_at=noon, hidden_reason="rules")
    elif how == "withdrawn":
        Idea.objects.filter(pk=one.pk).update(withdrawn_at=noon)
    else:
        Idea.objects.filter(pk=one.pk).update(merged_into=other)
    assert entries(client, tree.board.view_url("feed")) == ["Toinen"]
    listed = client.get("/sitemap-ideas-1.xml").content.decode()
    assert "xylofoni" not in listed
    assert "toinen" in listed


def test_the_feed_of_a_board_that_is_not_public_is_as_private_as_its_page(tree, noon, client):
    idea(tree, noon, title="Xylofoni")
    feed = tree.board.view_url("feed")
    tree.process.view_restrictions.create(restriction_type="login")
    assert b"Xylofoni" not in client.get(feed, follow=True).content
    tree.board.unpublish()
    assert client.get(feed).status_code == 404


def test_the_news_have_a_feed_and_private_news_are_not_in_it(tree, noon, client):
    assert entries(client, "/fi/feed/") == ["Kioski avattiin"]
    assert 'href="/fi/feed/"' in head(client, "/fi/uutiset/")
    tree.news.view_restrictions.create(restriction_type="login")
    assert client.get("/fi/feed/").status_code == 404


def test_the_sitemap_lists_files_that_list_every_language(tree, noon, client, settings):
    settings.RAATI_DEMO = False
    tree.in_swedish("process")
    tree.in_swedish("board", slug="parker")
    one = idea(tree, noon)
    index = client.get("/sitemap.xml").content.decode()
    files = re.findall(r"<loc>http://[^/]+(/[^<]+)</loc>", index)
    assert files == ["/sitemap-pages-1.xml", "/sitemap-ideas-1.xml"]
    ideas = client.get(files[1]).content.decode()
    ElementTree.fromstring(ideas)  # noqa: S314 - our own answer
    assert f"{tree.board.view_url('idea', one.path_name)}</loc>" in ideas
    assert 'hreflang="sv"' in ideas
    for odd in ("/sitemap-ideas-0.xml", "/sitemap-ideas-9.xml", "/sitemap-people-1.xml"):
        assert client.get(odd, follow=True).status_code == 404


def test_many_ideas_are_spread_over_several_files(tree, noon, client, settings, monkeypatch):
    settings.RAATI_DEMO = False
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    ids = {idea(tree, noon, title=f"Idea {number}").public_id for number in range(5)}
    found = ""
    for number in (1, 2, 3):
        found += client.get(f"/sitemap-ideas-{number}.xml").content.decode()
    assert all(found.count(f"/{each}-") == 1 for each in ids)


def test_a_page_names_its_one_address_and_its_other_languages(tree, noon, client):
    tree.in_swedish("about", title="Om oss", slug="om-oss")
    shown = head(client, "/fi/tietoa/?x=1&sort=y")
    assert re.search(r'rel="canonical" href="http://[^/]+/fi/tietoa/"', shown)
    assert re.search(r'hreflang="sv" href="http://[^/]+/sv/om-oss/"', shown)
    assert re.search(r'hreflang="x-default" href="http://[^/]+/fi/tietoa/"', shown)
    assert 'hreflang="en"' not in shown
    assert "og:image" in shown


def test_an_idea_is_shared_by_its_own_title_and_a_hidden_one_by_nothing(tree, noon, client):
    tree.in_swedish("process")
    board = tree.in_swedish("board", slug="parker")
    one = idea(tree, noon, title='Penkki "rantaan" <b>')
    address = tree.board.view_url("idea", one.path_name)
    shown = head(client, address)
    assert 'og:title" content="Penkki &quot;rantaan&quot; &lt;b&gt;"' in shown
    assert f'{board.view_url("idea", one.path_name)}"' in shown
    Idea.objects.filter(pk=one.pk).update(hidden_at=timezone.now(), hidden_reason="rules")
    gone = head(client, address)
    assert "Penkki" not in gone.replace(one.slug, "")
    assert "og:title" not in gone
    assert "canonical" not in gone


@pytest.mark.parametrize("view", ["new", "board_mine"])
def test_private_views_are_shared_by_nothing(view, tree, noon, client):
    shown = head(client, tree.board.view_url(view))
    assert "og:" not in shown
    assert "canonical" not in shown


@pytest.mark.parametrize(("language", "search"), [("fi", "haku"), ("sv", "sok"), ("en", "search")])
def test_a_missing_page_helps_with_a_search_box(language, search, tree, noon, client):
    answer = client.get(f"/{language}/ei-ole/")
    html = answer.content.decode().split("<main")[1]
    assert answer.status_code == 404
    assert f'action="/{language}/{search}/"' in html
    assert 'name="q"' in html


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/sitemap.xml", 4),
        ("/sitemap-pages-1.xml", 4),
        ("/sitemap-ideas-1.xml", 6),
        ("/fi/feed/", 4),
    ],
)
def test_what_machines_fetch_costs_few_queries(
    address, most, tree, noon, client, settings, django_assert_max_num_queries
):
    settings.RAATI_DEMO = False
    idea(tree, noon)
    client.get(address)
    with django_assert_max_num_queries(most):
        assert client.get(address).status_code == 200
