"""Feedback on accessibility: anybody sends, staff answer in fourteen days, silence shows."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import signing
from django.test import Client
from wagtail.models import ModelLogEntry

from home import actions
from home.models import AccessibilityFeedback
from participation.core import clock, guarded_forms, jobs, own_rows, receipts
from participation.core.actors import Actor
from participation.core.models import Fact, Person
from participation.core.policies import Refused
from participation.core.rules import RuleBroken

from .conftest import person_with

ADDRESS = "/fi/saavutettavuus/feedback/"


def values(**given: str) -> dict[str, str]:
    """A form as a person sends it, opened a minute ago."""
    opened = clock.glance().timestamp() - 60
    return {
        "message": "Näppäimistö jää kalenteriin.",
        "page_address": "/fi/",
        "email": "aino@example.org",
        "website": "",
        "opened": signing.dumps(opened, salt=guarded_forms.SALT),
        "key": receipts.new_key(),
        **given,
    }


def send(**given: str) -> AccessibilityFeedback:
    fields = {
        "actor": Actor.guest("abc"),
        "key": receipts.new_key(),
        "message": "Ei toimi.",
        "page_address": "",
        "email": "",
        "language": "fi",
        **given,
    }
    return actions.send_accessibility_feedback(**fields)


def test_anybody_may_send_without_an_account_and_is_told_by_when(tree, noon, client):
    assert client.get(ADDRESS).status_code == 200
    answer = client.post(ADDRESS, values(), follow=True)
    assert answer.status_code == 200
    assert "5.12.2026" in answer.content.decode()
    row = AccessibilityFeedback.objects.get()
    assert (row.due_on, row.language, row.email) == (date(2026, 12, 5), "fi", "aino@example.org")
    assert row.author is None
    assert row.message == "Näppäimistö jää kalenteriin."
    assert Fact.objects.filter(name="accessibility_feedback_sent").count() == 1
    assert "aino@example.org" not in answer.content.decode()


def test_the_form_is_nobody_else_s_and_links_to_the_privacy_notice(tree, noon, client):
    answer = client.get(ADDRESS)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert 'href="/fi/tietosuoja/"' in answer.content.decode().split("<form")[1].split("</form")[0]


def test_a_signed_in_sender_is_known(tree, noon, client):
    user = get_user_model().objects.create_user("veikko@example.org", "a-long-password")
    client.force_login(user)
    client.post(ADDRESS, values())
    assert AccessibilityFeedback.objects.get().author == Person.objects.get(user=user)


def test_sending_twice_makes_one(tree, noon, client):
    given = values()
    first, second = client.post(ADDRESS, given), client.post(ADDRESS, given)
    assert first.headers["Location"] == second.headers["Location"]
    assert AccessibilityFeedback.objects.count() == 1


def test_the_same_form_with_other_words_is_refused(tree, noon, client):
    given = values()
    client.post(ADDRESS, given)
    assert client.post(ADDRESS, {**given, "message": "Muuta"}).status_code == 409


@pytest.mark.parametrize(
    "given",
    [
        {"website": "https://spam.example.org"},
        {"opened": ""},
        {"opened": "forged"},
        {"opened": signing.dumps(1.0, salt="another form")},
    ],
)
def test_what_only_programs_do_is_not_taken(given, tree, noon, client):
    answer = client.post(ADDRESS, values(**given))
    assert answer.status_code == 422
    assert "Näppäimistö jää kalenteriin." in answer.content.decode()
    assert not AccessibilityFeedback.objects.exists()


def test_a_form_sent_the_moment_it_was_opened_is_not_taken(tree, noon, client):
    opened = signing.dumps(clock.glance().timestamp() - 1, salt=guarded_forms.SALT)
    assert client.post(ADDRESS, values(opened=opened)).status_code == 422


@pytest.mark.parametrize("message", ["", "   ", "\u200b", "a\x00b", "\ud800", "x" * 4001])
def test_what_cannot_be_read_is_refused_with_its_reason(message, tree, noon, client):
    try:
        answer = client.post(ADDRESS, values(message=message))
    except UnicodeEncodeError:
        # The test client cannot even send it.
        return
    assert answer.status_code == 422
    assert "r-field__error" in answer.content.decode()


def test_one_visitor_cannot_flood_and_another_is_not_hindered(tree, noon, client):
    codes = [client.post(ADDRESS, values()).status_code for _ in range(12)]
    assert codes == [302] * 10 + [429] * 2
    assert Client().post(ADDRESS, values()).status_code == 302


def test_new_sessions_from_one_address_are_limited_too(tree, noon, settings):
    settings.RAATI_SLOW_HOURLY = 4
    codes = [Client().post(ADDRESS, values()).status_code for _ in range(6)]
    assert codes == [302] * 4 + [429] * 2


def test_only_those_in_charge_may_mark_it_answered(tree, noon, editor):
    row = send()
    for actor in (Actor.guest("x"), Actor.member(person_with("nobody@example.org"))):
        with pytest.raises(Refused):
            actions.answer_accessibility_feedback(actor=actor, feedback=row, answer="Ok")
    actions.answer_accessibility_feedback(
        actor=Actor.member(editor), feedback=row, answer="Korjattu."
    )
    row.refresh_from_db()
    assert (row.answered_by, row.answer, row.answered_at) == (editor, "Korjattu.", noon)
    entry = ModelLogEntry.objects.get(action="raati.home.answer_accessibility_feedback")
    assert entry.user == editor.user
    with pytest.raises(RuleBroken):
        actions.answer_accessibility_feedback(
            actor=Actor.member(editor), feedback=row, answer="Taas"
        )


def test_what_nobody_answered_in_time_is_told_once_by_the_clock(tree, noon, editor):
    row = send()
    answered = send()
    actions.answer_accessibility_feedback(actor=Actor.member(editor), feedback=answered, answer="x")
    with clock.frozen(noon + timedelta(days=14)):
        jobs.tick()
        assert not Fact.objects.filter(name="accessibility_feedback_overdue").exists()
    with clock.frozen(noon + timedelta(days=15)):
        jobs.tick()
        jobs.tick()
    (fact,) = Fact.objects.filter(name="accessibility_feedback_overdue")
    assert fact.subject_id == str(row.pk)


def test_the_admin_s_first_page_shows_what_is_overdue(tree, noon, editor, client):
    send(message="Kartta ei aukea.")
    client.force_login(editor.user)
    assert "Kartta ei aukea." in client.get("/admin/").content.decode()
    with clock.frozen(noon + timedelta(days=15)):
        assert "raati-rows__late" in client.get("/admin/").content.decode()
    other = person_with("muu@example.org", "moderator")
    client.force_login(other.user)
    assert "Kartta ei aukea." not in client.get("/admin/").content.decode()


def test_staff_read_and_answer_in_the_admin(tree, noon, editor, client):
    row = send(message="<svg onload=alert(1)> ei toimi", email="aino@example.org")
    client.force_login(editor.user)
    listing = client.get("/admin/accessibility-feedback/").content.decode()
    assert "&lt;svg" in listing
    assert "<svg onload" not in listing
    address = f"/admin/accessibility-feedback/{row.public_id}/"
    assert "aino@example.org" in client.get(address).content.decode()
    assert client.post(address, {"answer": ""}).status_code == 200
    assert client.post(address, {"answer": "Korjattu."}).status_code == 302
    assert "ei toimi" in client.get("/admin/accessibility-feedback/?answered=1").content.decode()


def test_other_staff_do_not_read_it(tree, noon, client):
    row = send()
    worker = person_with("ohjaaja@example.org", "youth_worker")
    client.force_login(worker.user)
    for address in (
        "/admin/accessibility-feedback/",
        f"/admin/accessibility-feedback/{row.public_id}/",
    ):
        answer = client.get(address)
        assert answer.status_code in (302, 403)
        assert "Ei toimi" not in answer.content.decode()


def test_answered_feedback_is_forgotten_after_two_years(tree, noon, editor):
    row = send()
    waiting = send()
    actions.answer_accessibility_feedback(actor=Actor.member(editor), feedback=row, answer="x")
    with clock.frozen(noon + timedelta(days=729)):
        own_rows.forget_old()
        assert AccessibilityFeedback.objects.count() == 2
    with clock.frozen(noon + timedelta(days=731)):
        own_rows.forget_old()
    assert list(AccessibilityFeedback.objects.all()) == [waiting]
