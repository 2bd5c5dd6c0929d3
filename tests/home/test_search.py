"""The site's search page: what it finds, what it never tells, and help when nothing is found."""

import re

import pytest
from wagtail.models import Locale

from participation.core.models import SearchWord
from participation.core.search.vocabulary import distance, learn_words, nearest, relearn
from participation.ideas.models import Idea

from ..core.test_search_words import NASTY


def idea(tree, noon, **fields) -> Idea:
    given = {"title": "Penkki rantaan", "text": "Siinä istuu.", "language": "fi", **fields}
    return Idea.objects.create(component=tree.board.component, created_at=noon, **given)


def ask(client, words: str, address: str = "/fi/haku/", **more: str) -> str:
    answer = client.get(address, {"q": words, **more})
    assert answer.status_code == 200
    return answer.content.decode().split("<main")[1].split("</main")[0]


def found(html: str) -> list[str]:
    return re.findall(r'class="r-hit__title"[^>]*><a href="([^"]+)"', html)


@pytest.mark.parametrize(
    ("address", "heading"), [("/fi/haku/", "Haku"), ("/sv/sok/", "Sök"), ("/en/search/", "Search")]
)
def test_search_has_an_address_in_each_language(address, heading, tree, noon, client):
    answer = client.get(address)
    assert f"<h1>{heading}</h1>" in answer.content.decode()
    assert "s-maxage" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies


def test_pages_news_and_ideas_are_found_with_the_words_marked(tree, noon, client):
    one = idea(tree, noon, title="Kioskin kahvi", text="Kahvia kioskista.")
    html = ask(client, "kioski")
    assert set(found(html)) == {
        "/fi/uutiset/kioski/",
        tree.board.view_url("idea", one.path_name),
    }
    assert "<mark>Kioskin</mark> kahvi" in html
    own = tree.board.view_url("idea", one.path_name)
    assert found(ask(client, "kioski", kind="ideas")) == [own]
    assert found(ask(client, "kioski", kind="news")) == ["/fi/uutiset/kioski/"]
    assert found(ask(client, "kioski", kind="pages")) == []


def test_what_residents_wrote_is_text_in_the_results(tree, noon, client):
    idea(tree, noon, title="<svg/onload=alert(1)> penkki", text='"><img src=x onerror=alert(1)>')
    html = ask(client, "penkki")
    assert "&lt;svg/onload=alert(1)&gt; <mark>penkki</mark>" in html
    assert "<img src=x" not in html
    assert "<svg/onload" not in html


def test_pages_are_found_in_the_language_of_the_reader_and_ideas_in_any(tree, noon, client):
    tree.in_swedish("process")
    tree.in_swedish("board", slug="parker")
    tree.in_swedish("about", title="Om oss", slug="om-oss")
    idea(tree, noon, title="Om oss alla", text="Text.", language="sv")
    addresses = found(ask(client, "om oss", "/sv/sok/"))
    assert "/sv/om-oss/" in addresses
    assert any("/parker/" in address for address in addresses)
    assert found(ask(client, "tietoa", "/sv/sok/")) == []


@pytest.mark.parametrize("how", ["hidden", "withdrawn", "merged", "page", "restricted", "alias"])
def test_what_is_not_public_is_in_no_result_count_or_suggestion(how, tree, noon, client):
    secret = idea(tree, noon, title="Xylofoni", text="Xylofonia soittaisin.")
    other = idea(tree, noon, title="Toinen", text="Muuta.")
    relearn()
    assert found(ask(client, "xylofoni"))
    if how == "hidden":
        Idea.objects.filter(pk=secret.pk).update(hidden_at=noon, hidden_reason="rules")
    elif how == "withdrawn":
        Idea.objects.filter(pk=secret.pk).update(withdrawn_at=noon)
    elif how == "merged":
        Idea.objects.filter(pk=secret.pk).update(merged_into=other)
    elif how == "page":
        tree.board.unpublish()
    elif how == "restricted":
        tree.process.view_restrictions.create(restriction_type="login")
    else:
        tree.about.title = "Xylofoni"
        tree.about.save_revision().publish()
        Idea.objects.filter(pk=secret.pk).update(hidden_at=noon, hidden_reason="rules")
        tree.about.copy_for_translation(Locale.objects.get(language_code="sv"), alias=True)
        tree.about.view_restrictions.create(restriction_type="login")
        assert found(ask(client, "xylofoni", "/sv/sok/")) == []
    for typed in ("xylofoni", "xylofon", "xylofooni", "xylofonia soittaisin"):
        html = ask(client, typed)
        assert found(html) == []
        assert "r-tabs__count" not in html
        assert "<mark>" not in html
        assert html.lower().replace(typed, "").count("xylofon") == 0
    relearn()
    assert not SearchWord.objects.filter(folded__startswith="xylof").exists()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("kirjasdo", "kirjasto"),
        ("kirjasdossa", "kirjasto"),
        ("krijasto", "kirjasto"),
        ("leikki puisto", "leikkipuisto"),
        ("leikipuisto", "leikkipuisto"),
        ("kirjasdo leikipuisto", "kirjasto leikkipuisto"),
        ("biblotek", "bibliotek"),
    ],
)
def test_a_mistyped_word_is_forgiven(typed, meant, tree, noon, client):
    idea(tree, noon, title="Kirjasto auki sunnuntaisin", text="Ja leikkipuisto sen viereen.")
    idea(tree, noon, title="Ett bibliotek på hjul", text="Till byarna.", language="sv")
    relearn()
    html = ask(client, typed)
    assert f">{meant}</a>" in html
    assert found(html)


def test_where_nothing_has_all_words_what_has_one_is_shown(tree, noon, client):
    one = idea(tree, noon, title="Penkki rantaan")
    relearn()
    html = ask(client, "penkki avaruusasema")
    assert found(html) == [tree.board.view_url("idea", one.path_name)]
    assert "ainakin yksi" in html


def test_nothing_found_helps_on(tree, noon, client):
    html = ask(client, "avaruusasemankaan")
    assert found(html) == []
    assert "r-empty" in html


def test_the_words_are_collected_anew_only_when_it_is_time(tree, noon, client, settings):
    idea(tree, noon, title="Kirjasto")
    assert learn_words() > 0
    idea(tree, noon, title="Uimahalli")
    assert learn_words() == 0
    settings.RAATI_SEARCH_WORDS_MINUTES = 0
    assert learn_words() == 1
    assert nearest("uimahali") == ["uimahalli"]


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_typed_gets_a_page(text, tree, noon, client):
    ask(client, text.encode("utf-8", "replace").decode())


@pytest.mark.parametrize("page", ["0", "-1", "1e9", "99999999999", "٣", "<svg>", "2", ""])
def test_odd_page_numbers_and_kinds_show_a_page(page, tree, noon, client):
    for number in range(22):
        idea(tree, noon, title=f"Penkki {number}")
    html = ask(client, "penkki", page=page, kind="x' OR 1=1")
    assert len(found(html)) == (2 if page == "2" else 20)


def test_a_page_of_results_costs_the_same_for_one_and_for_many(
    tree, noon, client, django_assert_max_num_queries
):
    idea(tree, noon, title="Penkki")
    ask(client, "penkki")
    for number in range(20):
        idea(tree, noon, title=f"Penkki {number}")
    with django_assert_max_num_queries(18):
        ask(client, "penkki")


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [("kato", "kato", 0), ("kato", "katot", 1), ("kaot", "kato", 1), ("kissa", "koira", 3)],
)
def test_letters_added_dropped_changed_or_swapped_are_counted(one, other, far):
    assert distance(one, other) == far
