"""A base map from this very site: every spot of the drawing is covered, nobody else is asked."""

import re

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from participation.ideas import tiles
from participation.ideas.maps import WIDTH, Frame
from participation.ideas.points import Box

OWN = "/tiles/{z}/{x}/{y}.png"


@override_settings(RAATI_MAP_TILES=OWN)
@how(max_examples=50, deadline=None)
@given(st.floats(-170, 170), st.floats(-80, 80), st.floats(0.005, 2))
def test_the_tiles_cover_the_drawing_without_gap(longitude, latitude, wide):
    frame = Frame.around(Box(longitude, latitude, longitude + wide, latitude + wide / 2))
    found = tiles.under(frame.box, frame.at)
    assert 1 <= len(found) < tiles.MOST
    assert min(t.x for t in found) <= 0.1
    assert min(t.y for t in found) <= 0.1
    assert max(t.x + t.width for t in found) >= WIDTH - 0.2
    assert max(t.y + t.height for t in found) >= frame.height - 0.2
    # Sharp, and not endlessly many.
    assert all(WIDTH / 8 < t.width < WIDTH for t in found)


def test_a_known_place_has_its_known_tile():
    # Helsinki's railway station at zoom 12, as every web map counts.
    assert (int(tiles._column(24.9414, 12)), int(tiles._row(60.1719, 12))) == (2331, 1185)


def test_without_a_setting_there_is_none():
    frame = Frame.around(Box(29, 62, 29.5, 62.3))
    assert tiles.under(frame.box, frame.at) == []


@pytest.mark.parametrize(
    ("pattern", "credit", "errors"),
    [
        ("", "", []),
        (OWN, "© Maanmittauslaitos", []),
        (OWN, "", ["raati_ideas.E002"]),
        ("https://tile.example.org/{z}/{x}/{y}.png", "©", ["raati_ideas.E001"]),
        ("//tile.example.org/{z}/{x}/{y}.png", "©", ["raati_ideas.E001"]),
        ("/\\tile.example.org/{z}/{x}/{y}.png", "©", ["raati_ideas.E001"]),
        ("/tiles/{z}/{x}.png", "©", ["raati_ideas.E001"]),
    ],
)
def test_only_a_path_of_this_site_with_its_makers_name_is_taken(settings, pattern, credit, errors):
    settings.RAATI_MAP_TILES, settings.RAATI_MAP_TILES_CREDIT = pattern, credit
    assert [error.id for error in tiles.check_tiles()] == errors


@pytest.mark.parametrize("address", ["/fi/ideat/?view=map", "/fi/ideat/new/"])
def test_the_map_and_the_form_show_them_and_say_whose_they_are(outlined, client, settings, address):
    settings.RAATI_MAP_TILES, settings.RAATI_MAP_TILES_CREDIT = OWN, "© Kartta & Kumpp."
    client.force_login(outlined.resident().user)
    page = client.get(address).content.decode()
    pictures = re.findall(r'<image href="(/tiles/\d+/\d+/\d+\.png)" x="(-?\d+\.\d)"', page)
    assert pictures
    assert "© Kartta &amp; Kumpp." in page
