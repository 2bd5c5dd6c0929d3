"""A ban before one writes: until when, why and how to ask again, on every form; and its end."""

from datetime import timedelta

import pytest
from django.test import Client

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.policies import Refused
from participation.core.receipts import new_key
from participation.core.when import moment_text
from participation.initiatives import actions as initiatives
from participation.initiatives.models import Initiative, InitiativesPage
from participation.moderation import receivers

from .test_deciding import banned


@pytest.fixture
def page(town) -> InitiativesPage:
    page = InitiativesPage(title="Aloitteet", slug="aloitteet", municipality="Kuparila")
    town.home.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def browser(author) -> Client:
    client = Client()
    client.force_login(author.user)
    return client


def initiative(town, page, maker: Actor) -> Initiative:
    contact = {"name": "A", "municipality": "Kuparila", "email": "", "phone": "1", "address": ""}
    return initiatives.draft_initiative(
        actor=maker, component=page.component, key=new_key(), title="Valot", text="Pimeää.",
        language="fi", maker_kind="resident", contact=contact,
    )  # fmt: skip


def test_each_form_says_so_before_anybody_writes(case, staff, town, page, browser):
    other = initiative(town, page, town.resident("Bertta"))
    initiatives.gather_signatures(actor=town.resident("Bertta"), initiative=other)
    idea = town.idea(author=town.resident("Bertta"))
    decision = banned(staff, case, everywhere=True)
    until = moment_text(decision.bans.get().until)
    for path in (
        "/fi/ideat/new/",
        f"/fi/ideat/{idea.public_id}/mine/",
        "/fi/aloitteet/new/",
        f"/fi/aloitteet/{other.public_id}/mine/",
        f"/fi/aloitteet/{other.public_id}/sign/",
    ):
        answer = browser.get(path).content.decode()
        assert until in answer, path
        assert str(decision.reason_label) in answer, path
        assert f"/moderation/decisions/{decision.public_id}/" in answer, path
        assert "<textarea" not in answer, path


def test_a_ban_of_one_place_says_nothing_elsewhere(case, staff, town, page, browser):
    banned(staff, case)
    assert "/moderation/decisions/" in browser.get("/fi/ideat/new/").content.decode()
    answer = browser.get("/fi/aloitteet/new/").content.decode()
    assert "<textarea" in answer
    assert "/moderation/decisions/" not in answer


def test_what_was_typed_when_the_ban_came_is_not_lost(case, staff, town, browser):
    form = browser.get("/fi/ideat/new/").context["form"]
    banned(staff, case)
    given = {"key": form["key"].value(), "owner": form["owner"].value(), "title": "Uusi penkki",
             "text": "Aivan uusi.", "language": "fi"}  # fmt: skip
    answer = browser.post("/fi/ideat/new/", given)
    assert answer.status_code == 403
    assert "Uusi penkki" in answer.content.decode()
    assert "Uusi penkki" in browser.get("/fi/ideat/new/").content.decode()


def test_who_may_not_write_keeps_the_right_to_an_initiative(case, staff, town, page, author):
    """The law gives it: delivered it is the registry's, and others read it after a look."""
    draft = initiative(town, page, author)
    banned(staff, case, everywhere=True)
    actor = Actor.member(Person.objects.get(pk=author.person.pk))
    with pytest.raises(Refused):
        initiatives.gather_signatures(actor=actor, initiative=draft)
    initiatives.deliver_initiative(actor=actor, initiative=draft)
    draft.refresh_from_db()
    assert draft.delivered_at
    assert draft.waits


def test_a_ban_ends_by_the_clock_on_the_forms_too(case, staff, browser, town):
    banned(staff, case)
    town.publish(closes_at=None)
    with clock.shifted(timedelta(days=8)):
        assert "<textarea" in browser.get("/fi/ideat/new/").content.decode()


def test_a_ban_ends_the_live_connections_of_who_is_stopped(
    case, staff, author, monkeypatch, django_capture_on_commit_callbacks
):
    ended = []
    monkeypatch.setattr(receivers, "end_sessions_of", ended.append)
    with django_capture_on_commit_callbacks(execute=True):
        banned(staff, case, everywhere=True)
    assert ended == [author.user]
