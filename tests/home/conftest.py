"""The site's own pages, with people who edit them."""

import pytest
from django.contrib.auth import get_user_model

from home.roles import ensure_groups
from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.roles import Role, grant_role
from tests import worlds

from .trees import NOON, Tree


@pytest.fixture
def noon():
    with clock.frozen(NOON):
        yield NOON


@worlds.shared
def tree(wagtail_root):
    with clock.frozen(NOON):
        return Tree(wagtail_root)


def person_with(email: str, *roles: str) -> Person:
    user = get_user_model().objects.create_user(email, "a-long-password")
    person = Person.objects.create(user=user)
    for role in roles:
        grant_role(actor=Actor.system("test"), person=person, role=role)
    return person


@worlds.shared
def editor(tree):
    """A communications officer."""
    ensure_groups()
    with clock.frozen(NOON):
        return person_with("viestinta@example.org", Role.COMMUNICATIONS)


@pytest.fixture
def staff(client, editor, monkeypatch):
    """The communications officer's browser, inside the Wagtail admin."""
    client.force_login(editor.user)
    return client
