"""The log of what staff did: administrators see and export all of it, nobody changes it."""

import re

import pytest
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.views.generic.edit import DeletionMixin, ModelFormMixin
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.views.reports.audit_logging import LogEntriesView
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.snippets.models import get_snippet_models

from home.actions import view_accessibility_feedback
from home.models import AccessibilityFeedback
from home.roles import ensure_groups
from participation.core import audit, clock
from participation.core.actors import Actor
from participation.core.roles import Role
from participation.ideas.models import Idea
from participation.people.looking import view_letter, view_person
from participation.people.models import Letter

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


LOGS = (ModelLogEntry, PageLogEntry)


def _views(patterns: list, above: str = ""):
    for each in patterns:
        address = f"{above}{each.pattern}"
        if isinstance(each, URLResolver):
            yield from _views(each.url_patterns, address)
        else:
            yield address, each.callback


def test_no_view_of_the_whole_site_writes_entries():
    """Of every address: a view whose model is the log only reads it, whoever asks."""
    found = {}
    for address, callback in _views(get_resolver().url_patterns):
        view = getattr(callback, "view_class", None)
        model = (getattr(callback, "view_initkwargs", None) or {}).get("model")
        is_log = (model or getattr(view, "model", None)) in LOGS
        if view is not None and (is_log or issubclass(view, LogEntriesView)):
            found[address] = view
    assert any("site-history" in address for address in found)
    writing = (ModelFormMixin, DeletionMixin, CreateView, EditView, DeleteView)
    assert not [address for address, view in found.items() if issubclass(view, writing)]
    assert not set(LOGS) & set(get_snippet_models())


def test_a_superuser_finds_nothing_to_change_it_with(town):
    root = person_with("root@example.org", Role.ADMINISTRATOR).user
    type(root).objects.filter(pk=root.pk).update(is_superuser=True)
    client = Client()
    client.force_login(root)
    (entry, *_rest) = ModelLogEntry.objects.filter(action="raati.ideas.hide")
    html = client.get(LOG).content.decode()
    assert f"/{entry.pk}/edit" not in html
    assert f"/{entry.pk}/delete" not in html
    assert not re.findall(r'<form[^>]*method="post"[^>]*history', html)
    for model in LOGS:
        for word in ("edit", "delete"):
            address = f"/admin/snippets/wagtailcore/{model.__name__.lower()}/{word}/{entry.pk}/"
            assert client.post(address, follow=True).status_code == 404


def test_who_looked_at_personal_data_is_in_it(town):
    desk = person_with("tiski@example.org", Role.SERVICE_DESK)
    actor = Actor.member(desk)
    letter = Letter.objects.create(
        person=town.author, town="Kuparila", language="fi", asked_at=clock.now()
    )
    view_person(actor=actor, account=town.author.user)
    view_letter(actor=actor, letter=letter)
    officer = Actor.member(person_with("viestija@example.org", Role.COMMUNICATIONS))
    feedback = AccessibilityFeedback.objects.create(
        message="Ei toimi.",
        language="fi",
        email="aino@example.org",
        received_at=clock.now(),
        due_on=clock.today(),
    )
    view_accessibility_feedback(actor=officer, feedback=feedback)
    for act, who in (
        ("people.view_person", "tiski@example.org"),
        ("people.view_letter", "tiski@example.org"),
        ("home.view_accessibility_feedback", "viestija@example.org"),
    ):
        assert who in seen_by(Role.ADMINISTRATOR, action=f"raati.{act}"), act
    table = seen_by(Role.ADMINISTRATOR, export="csv")
    assert "tiski@example.org" in table
