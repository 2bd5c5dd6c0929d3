"""A component on a plain page: the core is tested without the packages above it."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Page

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Component, Person

NOON = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


@pytest.fixture
def noon():
    """Freeze the clock at noon in Helsinki on a November Saturday."""
    with clock.frozen(NOON):
        yield NOON


@pytest.fixture
def user(db):
    return get_user_model().objects.create_user("aino@example.org", "a-long-password")


@pytest.fixture
def person(user):
    return Person.objects.create(user=user, display_name="Aino")


@pytest.fixture
def member(person):
    return Actor.member(person)


@pytest.fixture
def parent_page(wagtail_root):
    return wagtail_root.add_child(instance=Page(title="Process", slug="process"))


@pytest.fixture
def component(parent_page):
    page = parent_page.add_child(instance=Page(title="Board", slug="board"))
    return Component.objects.create(key=page.translation_key, kind="test.board", source_page=page)
