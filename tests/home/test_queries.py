"""How many questions each kind of page asks the database: never more, however much there is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.core import clock
from tests import worlds

from .kinds import Town
from .trees import NOON

#: Kind → at most so many for a visitor, and for somebody who is signed in.
MOST = {
    "home": (11, 11),
    "home in Swedish": (8, 8),
    "content": (2, 2),
    "news": (5, 5),
    "news item": (2, 2),
    "privacy": (2, 2),
    "rules": (2, 2),
    "accessibility": (2, 2),
    "process": (10, 10),
    "board": (7, 7),
    "board by supports": (7, 7),
    "board of one state": (7, 7),
    "idea": (9, 9),
    "idea, mine": (4, 7),
    "idea, my part": (4, 7),
    "board, mine": (3, 8),
    "board, my parts": (2, 7),
    "new idea": (6, 8),
    "report": (8, 10),
    "moderation in figures": (2, 2),
    "board as a list": (7, 7),
    "board as a map": (7, 7),
    "board's feed": (6, 6),
    "similar ideas": (4, 4),
    "idea, earlier versions": (7, 7),
    "initiatives": (7, 7),
    "initiative": (7, 7),
    "initiative, my part": (4, 7),
    "new initiative": (4, 6),
    "easy language": (3, 3),
    "search": (10, 10),
    "search for nothing": (1, 1),
    "open data": (1, 1),
    "api, ideas": (4, 4),
    "api, idea": (7, 7),
    "api, ideas as csv": (4, 4),
    "api, boards": (5, 5),
    "api, figures": (4, 4),
    "api, processes": (5, 5),
    "api, areas": (1, 1),
    "api, schema": (0, 0),
    "sign in": (2, 2),
    "sign up": (2, 2),
    "my page": (0, 9),
    "menu": (0, 5),
    "not here": (7, 7),
    "sitemap": (0, 0),
}


@worlds.shared
def town(tree) -> Town:
    with clock.frozen(NOON):
        town = Town(tree)
        town.fill(1)
    return town


@pytest.fixture(autouse=True)
def _at_noon(noon):
    """Nothing of what is asked here hangs on the hour."""


def asked(client, path: str) -> int:
    """Of the second visit: the first fills what is remembered for a while."""
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(path)
    assert answer.status_code < 500, path
    return len(captured)


def table(client, town: Town) -> dict[str, int]:
    return {kind: asked(client, path) for kind, path in town.places().items()}


def test_no_kind_of_page_asks_more_than_its_number(client, town):
    visitor = table(client, town)
    client.force_login(town.reader.user)
    signed_in = table(client, town)
    found = {kind: (visitor[kind], signed_in[kind]) for kind in visitor}
    assert set(found) == set(MOST)
    assert not {
        kind: f"{pair}, at most {MOST[kind]}"
        for kind, pair in found.items()
        if pair[0] > MOST[kind][0] or pair[1] > MOST[kind][1]
    }


def test_fifty_ideas_ask_no_more_than_one(client, town):
    client.force_login(town.reader.user)
    few = table(client, town)
    town.fill(50)
    many = table(client, town)
    # A second page of the list is named where there is one; nothing else may differ.
    assert {kind: (few[kind], n) for kind, n in many.items() if n > few[kind]} == {}
