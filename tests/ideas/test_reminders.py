"""Mails to those who answer: when given, when due, when overdue; each once, none lost."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from participation.core import clock, jobs, sending
from participation.core.actors import Actor
from participation.core.facts import deliver
from participation.core.models import Fact, Fate, OutgoingMail
from participation.core.roles import revoke_role
from participation.ideas.actions import answer_idea, assign_idea, hide_idea, remind
from participation.ideas.models import Idea

ANSWER = {"outcome": "accepted", "text": {"fi": "Tehdään."}, "role": {"fi": "Ohjaaja"}}


@pytest.fixture
def given(town, staff, django_capture_on_commit_callbacks):
    """An idea of urban structure, given to Pekka, due in `days`."""

    def give(days: int | None = 20) -> Idea:
        due = clock.today() + timedelta(days=days) if days is not None else None
        area = town.services["kaupunkirakenne"]
        area.deputy = staff["communications"].person
        area.save()
        with django_capture_on_commit_callbacks(execute=True):
            return assign_idea(
                actor=staff["administrator"],
                idea=town.idea(),
                service_area=area,
                owner=staff["service_area"].person,
                due_on=due,
            )

    return give


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    def look() -> list[tuple[str, str]]:
        """(to whom, first line) of what has been sent since the last look."""
        with django_capture_on_commit_callbacks(execute=True):
            remind(actor=Actor.system("clock"))
        sending.send_waiting()
        found = [(each.to[0].split("@")[0], each.body.splitlines()[0]) for each in mail.outbox]
        mail.outbox.clear()
        return found

    return look


GIVEN = ("pekka", "Sinulle on annettu idea vastattavaksi:")
SOON = ("pekka", "Tähän ideaan pitää vastata pian:")
LATE = "Tähän ideaan olisi pitänyt jo vastata:"


def test_a_new_owner_gets_a_link_straight_to_the_form(given, settings, sent):
    idea = given()
    assert mail.outbox == []  # nobody's request waits for a mail server
    sending.send_waiting()
    (letter,) = mail.outbox
    assert letter.to == ["pekka@example.org"]
    assert letter.subject == "Idea odottaa vastaustasi"
    assert f"{settings.WAGTAILADMIN_BASE_URL}/admin/ideas/{idea.public_id}/answer/" in letter.body
    assert idea.title in letter.body
    assert "Aino" not in letter.body
    mail.outbox.clear()
    assert sent() == []


def test_a_fact_heard_twice_writes_one_mail(given, sent):
    given()
    assert deliver(Fact.objects.get(name="idea_assigned"))
    assert sent() == [GIVEN]


def test_another_due_date_for_the_same_owner_is_no_new_task(
    given, staff, django_capture_on_commit_callbacks, sent
):
    idea = given()
    assert sent() == [GIVEN]
    with django_capture_on_commit_callbacks(execute=True):
        assign_idea(
            actor=staff["administrator"],
            idea=idea,
            service_area=idea.service_area,
            owner=idea.owner,
            due_on=date(2199, 1, 4),
        )
    assert sent() == []


def test_who_answers_is_reminded_before_the_day_and_the_deputy_after_it(given, sent):
    given(6)
    assert sent() == [GIVEN]
    for days, expected in ((0, []), (1, [SOON]), (6, []), (7, [("pekka", LATE), ("viivi", LATE)])):
        with clock.shifted(timedelta(days=days)):
            assert sent() == expected
            assert sent() == []


def test_a_new_day_is_reminded_of_anew(given, sent):
    idea = given(3)
    assert sent() == [GIVEN, SOON]
    Idea.objects.filter(pk=idea.pk).update(due_on=clock.today() + timedelta(days=4))
    assert sent() == [SOON]


@pytest.mark.parametrize("case", ["hidden", "answered", "no role", "inactive", "erased"])
def test_what_no_longer_holds_is_not_mailed(given, staff, case, sent):
    idea, pekka = given(3), staff["service_area"].person
    if case == "hidden":
        hide_idea(actor=staff["moderator"], idea=idea, reason="personal")
    elif case == "answered":
        answer_idea(actor=staff["communications"], idea=idea, **ANSWER)
    elif case == "no role":
        revoke_role(actor=Actor.system("tests"), grant=pekka.role_grants.get())
    elif case == "inactive":
        type(pekka.user).objects.filter(pk=pekka.user_id).update(is_active=False)
    else:
        type(pekka).objects.filter(pk=pekka.pk).update(user=None)
    assert sent() == []
    assert not OutgoingMail.objects.filter(fate=Fate.WAITING).exists()


def test_a_mail_server_that_fails_is_asked_again_later(given, monkeypatch, sent):
    def fail(self, messages) -> int:
        raise ConnectionRefusedError

    given()
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", fail)
        assert sent() == []
    assert sent() == []  # not at once
    with clock.shifted(timedelta(minutes=3)):
        assert sent() == [GIVEN]
        assert sent() == []


def test_what_was_rolled_back_is_not_mailed(given, town):
    with transaction.atomic():
        given()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_the_clock_command_does_it(given, django_capture_on_commit_callbacks):
    given(3)
    with django_capture_on_commit_callbacks(execute=True):
        assert jobs.tick()["remind of ideas"] == 1
    assert jobs.tick()["mails"] + len(mail.outbox) >= 2
    assert len(mail.outbox) == 2


def test_the_mail_is_in_the_officials_language(given, staff):
    from wagtail.users.models import UserProfile

    UserProfile.objects.create(user=staff["service_area"].user, preferred_language="sv")
    given()
    sending.send_waiting()
    assert mail.outbox[0].subject == "En idé väntar på ditt svar"
