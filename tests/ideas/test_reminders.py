"""Mails to those who answer: when given, when due, when overdue; each once, none lost."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from participation.core import clock, jobs, sending
from participation.core.absences import end_absence, name_deputy
from participation.core.actors import Actor
from participation.core.facts import deliver
from participation.core.models import Fact, Fate, OutgoingMail, RoleGrant, ServiceArea
from participation.core.policies import Refused
from participation.core.roles import revoke_role
from participation.ideas.actions import answer_idea, assign_idea, hide_idea, remind
from participation.ideas.desk.rights import handled_by
from participation.ideas.models import Idea
from participation.ideas.policies import may_handle

HELSINKI = ZoneInfo("Europe/Helsinki")

ANSWER = {"outcome": "accepted", "text": {"fi": "Tehdään."}, "role": {"fi": "Ohjaaja"}}


#: A Monday without holidays near it.
MONDAY = datetime(2026, 9, 7, 6, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday(town, staff):
    """A board that is always open, and roles held since long ago."""
    town.publish(opens_at=None, closes_at=None)
    RoleGrant.objects.update(granted_at=MONDAY - timedelta(days=500))
    with clock.frozen(MONDAY):
        yield


@pytest.fixture
def given(monday, town, staff, django_capture_on_commit_callbacks):
    """An idea of urban structure, given to Pekka, due in `days`."""

    def give(days: int | None = 20) -> Idea:
        due = clock.today() + timedelta(days=days) if days is not None else None
        area = town.services["kaupunkirakenne"]
        area.deputy, area.owner = staff["moderator"].person, staff["administrator"].person
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
TODAY = ("pekka", "Tähän ideaan pitää vastata tänään:")
LONG = "Tämä idea on odottanut kauan yli määräpäivänsä, eikä kukaan ole vastannut:"
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


def test_who_answers_is_reminded_then_the_deputy_then_the_head_and_communications(given, sent):
    given(11)  # Friday of next week
    assert sent() == [GIVEN]
    deputy = [("pekka", LONG), ("mio", LONG)]
    told = {
        "2026-09-11": [SOON],  # five working days before
        "2026-09-18": [TODAY],
        "2026-09-19": [],  # a Saturday: nobody is chased
        "2026-09-21": [("pekka", LATE)],
        "2026-09-22": [],
        "2026-09-23": deputy,
        "2026-10-01": [],
        "2026-10-02": [*deputy, ("asta", LONG), ("viivi", LONG)],
        "2026-11-30": [],
    }
    for day, expected in told.items():
        with clock.frozen(datetime.fromisoformat(f"{day}T06:00+00:00")):
            assert sent() == expected, day
            assert sent() == [], day


def test_after_a_pause_of_the_clock_one_mail_goes_out_and_not_all_that_were_missed(given, sent):
    given(1)
    with clock.shifted(timedelta(days=35)):
        assert sent() == [GIVEN, *[(who, LONG) for who in ("pekka", "mio", "asta", "viivi")]]


@pytest.mark.parametrize(
    ("due_on", "told"),
    [
        # Over July, when offices are empty: reminded before it, late only after it.
        (date(2027, 8, 2), {"2027-06-28": SOON, "2027-07-15": None}),
        (date(2027, 6, 30), {"2027-07-01": None, "2027-07-30": None, "2027-08-02": LATE}),
        # Over Easter and the change to summer time, just after midnight at home.
        (date(2027, 3, 25), {"2027-03-26": None, "2027-03-29": None, "2027-03-30": LATE}),
        (date(2027, 3, 30), {"2027-03-30": TODAY, "2027-03-31": LATE}),
    ],
)
def test_july_holidays_and_summer_time(town, staff, sent, due_on, told):
    idea = town.idea()
    Idea.objects.filter(pk=idea.pk).update(owner=staff["service_area"].person, due_on=due_on)
    lines = {None: [], SOON: [SOON], LATE: [("pekka", LATE)], TODAY: [TODAY]}
    for day, expected in told.items():
        # Ten past midnight in Finland: in UTC still the day before.
        local = datetime.fromisoformat(f"{day}T00:10").replace(tzinfo=HELSINKI)
        with clock.frozen(local):
            assert sent() == lines[expected], day


def test_what_nobody_was_given_is_told_to_the_head_of_its_area_or_to_communications(
    town, staff, sent
):
    area = town.services["kaupunkirakenne"]
    idea = town.idea()
    Idea.objects.filter(pk=idea.pk).update(due_on=date(2026, 9, 4), service_area=area)
    assert sent() == [("viivi", LATE)]
    ServiceArea.objects.filter(pk=area.pk).update(owner=staff["administrator"].person)
    Idea.objects.filter(pk=idea.pk).update(due_on=date(2026, 9, 3))
    with clock.shifted(timedelta(hours=1)):
        assert sent() == [("asta", LATE)]


def test_while_somebody_is_away_the_mails_go_to_who_stands_in_and_they_may_answer(
    given, staff, sent, django_capture_on_commit_callbacks
):
    idea, pekka = given(2), staff["service_area"]
    noora = Actor.member(staff["youth_worker"].person)
    with pytest.raises(Refused):
        may_handle(noora, idea)
    absence = name_deputy(
        actor=pekka, deputy=noora.person, first_day=clock.today(), last_day=date(2026, 9, 11)
    )
    away = "Pekka on poissa ma 7.9.2026 – pe 11.9.2026."
    who, lines = zip(*sent(), strict=True)
    # What was on its way already is still Pekka's.
    assert who == ("pekka", "noora", "noora")
    assert lines[1].startswith(away)
    assert lines[2] == SOON[1]
    noora = Actor.member(noora.person)
    may_handle(noora, idea)
    assert list(handled_by(noora)) == [idea]
    # From the day after, and as soon as it is taken back, it is Pekka's alone again.
    with clock.shifted(timedelta(days=5)), pytest.raises(Refused):
        may_handle(Actor.member(noora.person), idea)
    end_absence(actor=pekka, absence=absence)
    with pytest.raises(Refused):
        may_handle(Actor.member(noora.person), idea)
    with clock.shifted(timedelta(days=2)):
        assert sent() == [TODAY]


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
