"""What a process remembers for a moment: the same pages with fewer questions, never another's."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import ContentPage
from participation.core import moments

from .kinds import Town
from .test_routing import ODD, answer, wood  # noqa: F401 - a fixture

#: With what is remembered: the page, its dates, themes and areas are not asked for again.
MOST = {"board": 2, "board by supports": 2, "idea": 4, "content": 0}


@pytest.fixture
def remembering(settings):
    settings.RAATI_MOMENT_SECONDS = 60
    moments.forget()
    yield
    moments.forget()


def test_a_second_reader_asks_less(client, tree, noon, remembering):
    town = Town(tree)
    town.fill(1)
    places = town.places()
    for kind, most in MOST.items():
        first = client.get(places[kind])
        with CaptureQueriesContext(connection) as captured:
            again = client.get(places[kind])
        assert len(captured) <= most, kind
        assert again.content == first.content, kind


def test_every_path_leads_where_it_led_when_all_is_remembered(rf, wood, remembering):  # noqa: F811
    paths = [("fi", path) for path in ODD] + [
        (page.locale.language_code, "/".join(page.url_path.split("/")[2:]))
        for page in Page.objects.filter(depth__gt=1).select_related("locale")
    ]
    for _twice in range(2):
        for language, path in paths:
            stock = answer(rf, language, path, fast=False)
            assert answer(rf, language, path, fast=True) == stock, (language, path)


def test_what_becomes_private_is_private_at_once_here(client, tree, remembering):
    page = tree.add(ContentPage(title="Muistio", slug="muistio"))
    address = page.get_url()
    assert client.get(address).status_code == client.get(address).status_code == 200
    page.view_restrictions.create(restriction_type="login")
    assert client.get(address).status_code == 302


def test_a_page_that_is_taken_down_is_gone_at_once_here(client, tree, remembering):
    page = tree.add(ContentPage(title="Muistio", slug="muistio"))
    assert client.get(page.get_url()).status_code == 200
    page.unpublish()
    assert client.get(page.get_url()).status_code == 404


def test_it_is_forgotten_after_its_moment(client, tree, remembering, monkeypatch):
    page = tree.add(ContentPage(title="Muistio", slug="muistio"))
    client.get(page.get_url())
    # As another process would: nothing tells this one.
    Page.objects.filter(pk=page.pk).update(title="Toinen")
    assert "Muistio" in client.get(page.get_url()).content.decode()
    now = moments.time.monotonic()
    monkeypatch.setattr(moments.time, "monotonic", lambda: now + 61)
    assert "Toinen" in client.get(page.get_url()).content.decode()


def test_nobody_writes_on_what_is_remembered(remembering):
    first = moments.rows("test", lambda: [Page(title="Yksi")])
    first[0].title = "Kaksi"
    again = moments.rows("test", list)
    again[0].title = "Kolme"
    assert [page.title for page in moments.rows("test", list)] == ["Yksi"]


def test_a_private_page_asks_everybody_anew(tree, remembering, django_user_model):
    page = tree.add(ContentPage(title="Muistio", slug="muistio"))
    page.view_restrictions.create(restriction_type="login")
    reader = Client()
    reader.force_login(django_user_model.objects.create_verified("aino@example.org", "salasana"))
    assert reader.get(page.get_url()).status_code == 200
    assert Client().get(page.get_url()).status_code == 302
