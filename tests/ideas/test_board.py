"""The board's page: for everyone, the same for everyone, and quick at any length."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime

from participation.core import clock
from participation.ideas.actions import hide_idea, support_idea, withdraw_idea
from participation.ideas.listing import PAGE_SIZE
from participation.ideas.models import Idea

BOARD = "/fi/ideat/"


def text(response) -> str:
    return response.content.decode()


def titles(response) -> list[str]:
    return re.findall(r'r-card__link" href="[^"]+">([^<]+)</a>', text(response))


def link(response, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', text(response))
    return found[1].replace("&amp;", "&") if found else ""


def many(town, number: int, **fields) -> list[Idea]:
    """Rows at distinct moments, written at once: the list only reads them."""
    start = clock.now() - timedelta(days=2)
    return Idea.objects.bulk_create(
        Idea(
            component=town.component,
            title=f"Idea {each:03}",
            text="Teksti.",
            language="fi",
            created_at=start + timedelta(seconds=each),
            support_count=each % 7,
            **fields,
        )
        for each in range(number)
    )


def test_the_newest_idea_is_first(town, client):
    many(town, 3)
    assert titles(client.get(BOARD)) == ["Idea 002", "Idea 001", "Idea 000"]


def test_the_most_supported_idea_is_first_when_asked_for(town, client):
    many(town, 9)
    assert titles(client.get(f"{BOARD}?sort=supported"))[:3] == ["Idea 006", "Idea 005", "Idea 004"]


@pytest.mark.parametrize("sort", ["newest", "supported"])
def test_paging_shows_each_idea_once_there_and_back(town, client, sort):
    many(town, 2 * PAGE_SIZE + 5)
    page = client.get(f"{BOARD}?sort={sort}")
    assert not link(page, "prev")
    pages = [titles(page)]
    while link(page, "next"):
        page = client.get(link(page, "next"))
        pages.append(titles(page))
    assert [len(each) for each in pages] == [PAGE_SIZE, PAGE_SIZE, 5]
    assert len({title for each in pages for title in each}) == 2 * PAGE_SIZE + 5
    back = [titles(page)]
    while link(page, "prev"):
        page = client.get(link(page, "prev"))
        back.append(titles(page))
    assert back == pages[::-1]


def test_an_idea_that_rises_does_not_make_the_next_page_repeat(town, client):
    many(town, 30)
    page = client.get(f"{BOARD}?sort=supported")
    first = titles(page)
    Idea.objects.filter(title=first[-1]).update(support_count=500)
    assert not set(first) & set(titles(client.get(link(page, "next"))))


@pytest.mark.parametrize(
    "query",
    [
        "after=xxx",
        "after=23456789bcdf",
        "after=99999999999.23456789bcdf",
        "before=%00",
        "after=-1",
        "before=1;2",
        "after=../..",
        "after=%EF%BC%91",
        "sort=user__password",
        "sort=supported&after=9.23456789bcdf",
        "theme=nope",
        "area='%20OR%201=1--",
        "state=hidden",
        "state=received&state=done",
        "user__password__startswith=a",
        "page=-1&per_page=1e9",
        "theme=%00",
        "theme=" + "a" * 5000,
    ],
)
def test_an_address_that_asks_for_nonsense_gets_the_plain_list(town, client, query):
    many(town, 3)
    page = client.get(f"{BOARD}?{query}")
    assert page.status_code == 200
    if not query.startswith("state=received"):
        assert len(titles(page)) == 3


def test_filters_live_in_the_address_and_stay_while_paging(town, client):
    many(town, PAGE_SIZE + 1, theme=town.themes["puistot"], area=town.areas["keskusta"])
    town.idea(title="Muu", theme=town.themes["liikunta"])
    page = client.get(f"{BOARD}?theme=puistot&area=keskusta&state=received")
    assert len(titles(page)) == PAGE_SIZE
    assert "Muu" not in titles(page)
    following = client.get(link(page, "next"))
    assert titles(following) == ["Idea 000"]
    assert '<option value="puistot" selected>' in text(following)
    assert titles(client.get(f"{BOARD}?state=done")) == []


def test_a_board_with_chosen_themes_offers_only_those(town, client):
    town.publish(themes=["liikunta"])
    page = text(client.get(BOARD))
    assert 'value="liikunta"' in page
    assert 'value="puistot"' not in page


def test_counts_of_ideas_and_supports_are_told(town, client):
    many(town, 4)
    assert re.search(r"4 \w+ · 6 \w+", text(client.get(BOARD)))


def test_an_empty_board_invites(town, client):
    page = text(client.get(BOARD))
    assert "r-empty" in page
    assert f'href="{BOARD}new/"' in page


@pytest.mark.parametrize("moment", ["before", "open", "after"])
def test_the_board_says_what_can_be_done_and_until_when(town, client, moment):
    many(town, 1)
    board = town.board
    at = {
        "before": board.opens_at - timedelta(hours=1),
        "open": clock.now(),
        "after": board.closes_at,
    }[moment]
    with clock.frozen(at):
        page = text(client.get(BOARD))
    told = board.opens_at if moment == "before" else board.closes_at
    local = localtime(told)
    assert f"{local.day}.{local.month}.{local.year}" in page
    assert (f'href="{BOARD}new/"' in page) == (moment == "open")
    assert ("r-support__button" in page) == (moment == "open")


def test_hidden_and_withdrawn_ideas_are_not_listed(town, client, staff):
    hide_idea(actor=staff["moderator"], idea=town.idea(title="Piilossa"), reason="rules")
    withdraw_idea(actor=town.resident(), idea=town.idea(title="Peruttu"))
    town.idea(title="Esillä")
    assert titles(client.get(BOARD)) == ["Esillä"]


def test_another_boards_ideas_are_not_listed(town, client):
    other = town.new_board("Toinen taulu")
    town.idea(title="Muualla", component=other.component)
    assert titles(client.get(BOARD)) == []
    assert titles(client.get("/fi/toinen-taulu/")) == ["Muualla"]


def test_an_idea_in_another_language_is_marked(town, client):
    town.idea(title="En bänk", text="Vid stranden.", language="sv")
    page = text(client.get(BOARD))
    assert '<h3 class="r-card__title" lang="sv">' in page
    assert '<p class="r-card__text" lang="sv">' in page


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", [BOARD, f"{BOARD}?sort=supported&theme=puistot"])
def test_the_board_asks_the_database_as_often_for_one_idea_as_for_fifty(town, client, address):
    options = {"theme": town.themes["puistot"], "area": town.areas["keskusta"]}
    many(town, 1, **options)
    one = queries(client, address)
    many(town, 50, **options)
    assert queries(client, address) == one <= 10


def test_a_deeper_page_asks_once_more_at_most(town, client):
    many(town, 3 * PAGE_SIZE)
    first = queries(client, BOARD)
    assert queries(client, link(client.get(BOARD), "next")) <= first + 1


def test_a_list_of_twenty_is_light(town, client):
    many(town, 20, theme=town.themes["puistot"], area=town.areas["keskusta"])
    page = client.get(BOARD).content
    main = page[page.index(b"<main") : page.index(b"</main>")]
    assert len(main) <= 45_000


def test_the_board_is_one_page_for_everyone(town, client):
    idea = town.idea()
    eino = town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    anonymous = client.get(BOARD)
    client.force_login(eino.user)
    client.get(f"{BOARD}mine/")
    signed_in = client.get(BOARD)

    def without_tokens(response) -> str:
        return re.sub(r'data-live="[^"]+"', "", text(response))

    assert without_tokens(anonymous) == without_tokens(signed_in)
    for page in (anonymous, signed_in):
        assert page["Cache-Control"] == "public, max-age=0, s-maxage=2"
        assert "Cookie" not in page.get("Vary", "")
        assert not page.cookies
        assert "csrfmiddlewaretoken" not in text(page)
        assert "Eino" not in text(page)
        assert eino.person.public_id not in text(page)


def test_the_preview_shows_settings_that_are_not_published(town, rf, django_user_model):
    from wagtail.models import Page

    page = Page.objects.get(pk=town.board.pk).specific
    page.closes_at = clock.now() - timedelta(minutes=1)
    page.intro = "<p>Luonnos</p>"
    shown = page.make_preview_request()
    assert (
        "Luonnos" in shown.rendered_content if hasattr(shown, "rendered_content") else text(shown)
    )
    assert f'href="{BOARD}new/"' not in text(shown)
    assert shown["Cache-Control"].startswith("private")


def test_a_page_never_saved_can_be_previewed(town):
    from participation.ideas.models import IdeaBoardPage

    page = IdeaBoardPage(title="Uusi taulu", slug="uusi", locale=town.home.locale)
    page.path, page.depth = town.home.path + "9999", town.home.depth + 1
    page.set_url_path(town.home)
    shown = page.make_preview_request()
    assert shown.status_code == 200
    assert "Uusi taulu" in text(shown)


def test_sent_titles_are_shown_harmlessly(town, client):
    title = '"><img src=x onerror=alert(1)> {{7*7}} </script><!--'
    town.idea(title=title, text="<svg/onload=alert(1)> [a](javascript:alert(1)) [b](//evil)")
    page = text(client.get(BOARD))
    assert "<img src=x" not in page
    assert "<svg/onload" not in page
    assert "&lt;img src=x" in page
    assert "49" not in re.findall(r"r-card__link[^<]+", page)[0]
