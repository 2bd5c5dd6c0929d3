"""The log of what staff did: administrators see and export all of it, nobody changes it."""

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry

from home.roles import ensure_groups
from participation.core import audit
from participation.core.actors import Actor
from participation.core.roles import Role
from participation.ideas.models import Idea

from .conftest import person_with
from .kinds import Town

LOG = "/admin/reports/site-history/"


@pytest.fixture
def town(tree, noon):
    ensure_groups()
    town = Town(tree)
    town.fill(1)
    staff = Actor.member(person_with("m@example.org", Role.MODERATOR))
    Idea.objects.filter(pk=town.ideas[0].pk).update(title='=HYPERLINK("http://evil.example")')
    town.ideas[0].refresh_from_db()
    audit.record(staff, town.ideas[0], "ideas.hide", reason="rules")
    return town


def seen_by(role: str, **asked: str) -> str:
    client = Client()
    email = f"{role}-{len(asked)}-{asked.get('action', '')}@example.org"
    client.force_login(person_with(email, role).user)
    answer = client.get(LOG, asked)
    return b"".join(answer).decode() if answer.streaming else answer.content.decode()


def test_an_administrator_sees_what_colleagues_did(town):
    assert "m@example.org" in seen_by(Role.ADMINISTRATOR)


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.SERVICE_AREA, Role.YOUTH_WORKER])
def test_others_do_not_see_who_hid_what(town, role):
    assert "HYPERLINK" not in seen_by(role)


def test_filters_narrow_it(town):
    assert "HYPERLINK" in seen_by(Role.ADMINISTRATOR, action="raati.ideas.hide")
    assert "HYPERLINK" not in seen_by(Role.ADMINISTRATOR, timestamp_to="2020-01-01")


def test_the_export_holds_no_formula(town):
    table = seen_by(Role.ADMINISTRATOR, export="csv")
    assert "'=HYPERLINK" in table
    assert "\n=" not in table
    assert ",=" not in table
    assert ',"=' not in table


def test_no_address_changes_or_deletes_an_entry(town):
    client = Client()
    client.force_login(person_with("admin@example.org", Role.ADMINISTRATOR).user)
    before = ModelLogEntry.objects.count()
    for method in (client.post, client.put, client.patch, client.delete):
        assert method(LOG).status_code == 405
    assert ModelLogEntry.objects.count() == before
