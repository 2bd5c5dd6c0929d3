"""Every public page kind: it renders, is the same for everybody, and costs few queries."""

import pytest
from django.contrib.messages.storage.cookie import CookieStorage
from django.test import Client

from participation.core.receivers import component_pages

ADDRESSES = {
    "home": "/fi/",
    "content": "/fi/tietoa/",
    "news list": "/fi/uutiset/",
    "news": "/fi/uutiset/kioski/",
    "privacy": "/fi/tietosuoja/",
    "rules": "/fi/saannot/",
    "accessibility": "/fi/saavutettavuus/",
    "process": "/fi/hyvinvointi/",
}
every_page = pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())


def with_a_message(client: Client) -> None:
    """A message of somebody's is waiting in the cookie."""
    storage = CookieStorage(None)
    storage.add_level = None
    from django.contrib.messages.storage.base import Message

    client.cookies["messages"] = storage._encode([Message(20, "SECRET MESSAGE")])


@every_page
def test_a_public_page_is_the_same_for_everybody(address, tree, noon, client, editor):
    anonymous = Client().get(address)
    client.force_login(editor.user)
    with_a_message(client)
    mine = client.get(address)
    for answer in (anonymous, mine):
        assert answer.status_code == 200
        assert "Set-Cookie" not in answer.headers
        assert not answer.cookies
        assert "cookie" not in answer.headers.get("Vary", "").lower()
        assert "s-maxage=2" in answer.headers["Cache-Control"]
        assert b"csrfmiddlewaretoken" not in answer.content
        assert b"SECRET MESSAGE" not in answer.content
    assert mine.content == anonymous.content


@every_page
def test_a_public_page_has_one_first_heading_and_its_language(address, tree, noon, client):
    html = client.get(address).content.decode()
    assert html.count("<h1") == 1
    assert '<html lang="fi"' in html
    assert "Kuparila" in html


#: The front page asks once more for each kind of place that is installed.
LIMITS = {"home": 9 + len(component_pages()), "process": 12, "news list": 8}


@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_page_costs_few_queries_when_it_is_known(
    kind, tree, noon, client, django_assert_max_num_queries
):
    client.get(ADDRESSES[kind])
    with django_assert_max_num_queries(LIMITS.get(kind, 6)):
        client.get(ADDRESSES[kind])
