"""The board's other orders and manners of showing: shuffled, list, map, search."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest

from participation.core import clock
from participation.core.models import Area
from participation.ideas.actions import hide_idea
from participation.ideas.listing import PAGE_SIZE
from participation.ideas.models import Idea
from participation.ideas.points import Box, Point, rings
from participation.ideas.shuffling import reshuffle
from tests.ideas.test_board import BOARD, link, many, queries, text, titles

pytestmark = pytest.mark.django_db


def placed(town, title: str, latitude: str, longitude: str, area: str = "keskusta") -> Idea:
    idea = town.idea(title=title, area=town.areas[area])
    Idea.objects.filter(pk=idea.pk).update(latitude=Decimal(latitude), longitude=Decimal(longitude))
    return idea


# Shuffled


def test_the_shuffled_order_shows_each_idea_once_page_by_page(town, client):
    rows = many(town, 2 * PAGE_SIZE + 5)
    for number, idea in enumerate(rows):
        idea.shuffle = (number * 7919) % 11  # ties included
    Idea.objects.bulk_update(rows, ["shuffle"])
    page = client.get(f"{BOARD}?sort=shuffled")
    pages = [titles(page)]
    while link(page, "next"):
        page = client.get(link(page, "next"))
        pages.append(titles(page))
    assert len({title for each in pages for title in each}) == 2 * PAGE_SIZE + 5
    back = [titles(page)]
    while link(page, "prev"):
        page = client.get(link(page, "prev"))
        back.append(titles(page))
    assert back == pages[::-1]


def test_the_shuffle_is_drawn_once_a_night(town):
    many(town, 30)
    places = list(Idea.objects.order_by("pk").values_list("shuffle", flat=True))
    assert reshuffle() == 30
    drawn = list(Idea.objects.order_by("pk").values_list("shuffle", flat=True))
    assert drawn != places
    assert len(set(drawn)) > 25
    assert reshuffle() == 0
    with clock.shifted(timedelta(days=1)):
        assert reshuffle() == 30
        assert reshuffle() == 0
    assert list(Idea.objects.order_by("pk").values_list("shuffle", flat=True)) != drawn


def test_a_new_idea_gets_a_place_of_its_own_at_once(town):
    assert len({town.idea().shuffle for _each in range(4)}) == 4


# List and search


def test_the_list_shows_the_same_ideas_without_buttons(town, client):
    many(town, 3)
    page = client.get(f"{BOARD}?view=list")
    assert titles(page) == titles(client.get(BOARD))
    assert "r-support__button" not in text(page)


def test_view_search_order_and_filters_stay_with_each_other(town, client):
    many(town, PAGE_SIZE + 1, theme=town.themes["puistot"])
    page = client.get(f"{BOARD}?view=list&sort=shuffled&theme=puistot")
    for address in [link(page, "next"), *re.findall(r'href="(/fi/ideat/\?[^"#]*)', text(page))]:
        if "after=" in address or "sort=supported" in address:
            assert "theme=puistot" in address
            assert "view=list" in address
    hidden = re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', text(page))
    assert {("view", "list"), ("sort", "shuffled"), ("theme", "puistot")} <= set(hidden)


def test_searching_finds_other_forms_of_the_word_and_keeps_its_address(town, client):
    town.idea(title="Penkkejä rantaan", text="Istumapaikkoja tarvitaan.")
    town.idea(title="Koirapuisto", text="Koirille oma aitaus.")
    page = client.get(f"{BOARD}?q=penkki")
    assert titles(page) == ["Penkkejä rantaan"]
    assert 'value="penkki"' in text(page)
    assert titles(client.get(f"{BOARD}?q=lentokone")) == []


def test_what_is_hidden_is_not_found(town, client, staff):
    idea = town.idea(title="Penkkejä rantaan")
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    assert titles(client.get(f"{BOARD}?q=penkkejä")) == []


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=" + "a" * 5000,
        "q=%27%20OR%201%3D1--",
        'q="*%20AND%20(',
        "q=%25_%5C",
        "view=nope",
        "view=map&box=1,2,3",
        "box=NaN,1,2,3",
        "box=1e400000,1,2,3",
        "box=3,2,1,0",
        "box=" + "9" * 5000,
        "box=%EF%BC%91,2,3,4",
        "sort=shuffled&after=23456789bcdf",
    ],
)
def test_nonsense_in_search_view_and_box_is_answered_calmly(outlined, client, query):
    assert client.get(f"{BOARD}?{query}").status_code == 200


# The map


def test_the_map_draws_areas_with_counts_and_each_leads_to_its_list(outlined, client):
    placed(outlined, "Penkki", "62.41", "29.11")
    outlined.idea(title="Ilman paikkaa", area=outlined.areas["rantakyla"])
    page = text(client.get(f"{BOARD}?view=map"))
    assert page.count('class="r-map__area"') == 2
    areas = page[page.index("map-areas") :]
    for slug in ("keskusta", "rantakyla"):
        assert f"?view=list&amp;area={slug}" in areas
    assert re.search(r"r-map__tally[^>]*>1<", areas)


def test_an_idea_with_a_place_is_a_dot_that_leads_to_it_and_stands_in_the_list(outlined, client):
    idea = placed(outlined, "Penkki", "62.41", "29.11")
    page = client.get(f"{BOARD}?view=map")
    drawing = text(page)[text(page).index("<svg class=") :]
    assert f'class="r-map__dot" href="/fi/ideat/{idea.path_name}/"' in drawing
    assert "Penkki" in titles(page)


def test_what_is_hidden_has_no_dot_and_is_in_no_area_s_count(outlined, client, staff):
    idea = placed(outlined, "Penkki", "62.41", "29.11")
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    page = text(client.get(f"{BOARD}?view=map"))
    assert idea.public_id not in page
    assert not re.search(r"r-map__tally[^>]*>[1-9]", page)


def test_ideas_close_together_are_one_dot_that_looks_closer(outlined, client):
    for number in range(3):
        placed(outlined, f"Penkki {number}", f"62.410{3 * number}", "29.1100")
    placed(outlined, "Kaukana", "62.4190", "29.1390", "rantakyla")
    page = text(client.get(f"{BOARD}?view=map"))
    (box,) = set(re.findall(r"box=([^&#\"]+)", page))
    closer = client.get(f"{BOARD}?view=map&box={box.replace('%2C', ',')}")
    assert sorted(titles(closer)) == ["Penkki 0", "Penkki 1", "Penkki 2"]
    assert text(closer).count('class="r-map__dot"') == 3


def test_a_board_without_map_or_outlines_draws_none(town, client):
    assert "r-map__area" not in text(client.get(f"{BOARD}?view=map"))
    town.publish(has_map=False)
    assert "view=map" not in text(client.get(BOARD))


def test_the_map_asks_as_often_for_many_ideas_as_for_one(outlined, client):
    placed(outlined, "Penkki", "62.41", "29.11")
    one = queries(client, f"{BOARD}?view=map")
    many(outlined, 40, latitude=Decimal("62.405"), longitude=Decimal("29.105"))
    assert queries(client, f"{BOARD}?view=map") == one <= 12


def test_the_map_keeps_nothing_in_the_tab_order_that_the_list_has_not(outlined, client):
    placed(outlined, "Penkki", "62.41", "29.11")
    page = text(client.get(f"{BOARD}?view=map"))
    drawing = page[page.index('<svg class="r-map__drawing"') :].partition("</svg>")[0]
    assert 'aria-hidden="true"' in drawing
    assert drawing.count("<a ") == drawing.count('tabindex="-1"') == 3


@pytest.mark.parametrize(
    "outline",
    [
        "text",
        7,
        {},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": [[[1, 2]]]},
        {"type": "Polygon", "coordinates": [[["a", None], [500, 2], [True, 2]]]},
        {"type": "MultiPolygon", "coordinates": 5},
        {"type": "Feature", "geometry": None},
    ],
)
def test_an_outline_that_is_none_is_not_drawn(town, client, outline):
    Area.objects.filter(slug="keskusta").update(outline=outline)
    assert list(rings(outline)) == []
    assert client.get(f"{BOARD}?view=map").status_code == 200


@pytest.mark.parametrize(
    "given", ["", "1", "91,0", "0,181", "NaN,1", "1e5,2", "１,2", "1_0,2", "-,1", "1,2,3"]
)
def test_what_is_no_point_is_none(given):
    assert Point.read(given) is None


def test_a_point_is_rounded_to_ten_metres():
    assert str(Point.read("62.412345,-29.98765")) == "62.4123,-29.9876"


def test_a_box_has_what_lies_in_it():
    box = Box.read(Box.clean("29.1,62.4,29.2,62.5"))
    assert box.has(Point(Decimal("62.45"), Decimal("29.15")))
    assert not box.has(Point(Decimal("62.55"), Decimal("29.15")))
