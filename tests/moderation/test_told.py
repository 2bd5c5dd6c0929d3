"""Who is told what moderators decided: authors, and who reported it; nobody else."""

import pytest
from django.core import mail
from django.test import Client

from participation.core import sending
from participation.core.actors import Actor
from participation.core.models import OutgoingMail, Person
from participation.moderation import actions
from participation.moderation.models import What
from participation.notifications.models import Notice, Preferences
from participation.notifications.showing import shown

from .test_deciding import ask, decide

WORDS = "Kirjoittaja on tuttu."


@pytest.fixture
def happens(django_capture_on_commit_callbacks):
    def do(act, *args, **given):
        with django_capture_on_commit_callbacks(execute=True):
            return act(*args, **given)

    return do


@pytest.fixture
def reporter(town) -> Actor:
    actor = town.resident("Kanteleija")
    Preferences.objects.create(
        person=actor.person,
        rhythms={"moderation.report_decided": "now"},
        quiet_from=0,
        quiet_until=0,
        weekly_cap=9,
    )
    return actor


@pytest.fixture
def reported(report, reporter):
    return report(actor=reporter, words=WORDS)


def told(actor: Actor) -> list[str]:
    return [item.kind.name for item in shown(Notice.objects.filter(person=actor.person))]


def test_the_reporter_hears_what_became_of_it_and_not_a_word_of_it(
    reported, reporter, idea, staff, happens
):
    happens(decide, staff["moderator"], reported.case)
    (item,) = shown(Notice.objects.filter(person=reporter.person))
    text = f"{item.sentence} {item.about.title} {item.quote.text}"
    assert "ei enää näytetä" in text
    assert not any(word in text for word in (idea.title, idea.text, WORDS, "Mio", "Aino"))
    page = Client().get(item.address).content.decode()
    assert "ei enää näytetä" in page
    mail.outbox.clear()
    sending.send_waiting()
    (letter,) = [each for each in mail.outbox if "kanteleija@" in each.to[0]]
    assert "ei enää näytetä" in letter.body
    assert not any(w in letter.body for w in (idea.title, idea.text, WORDS, "Mio", "Aino"))


def test_a_queued_mail_tells_how_it_stands_when_it_goes(
    reported, reporter, staff, second, author, happens
):
    decision = happens(decide, staff["moderator"], reported.case)
    appeal = ask(author, decision)
    happens(actions.decide_again, actor=second, appeal=appeal, outcome="changed", answer="Hyvä.")
    mail.outbox.clear()
    sending.send_waiting()
    letters = [each.body for each in mail.outbox if "kanteleija@" in each.to[0]]
    assert letters
    assert all("ei enää näytetä" not in body for body in letters)
    assert told(reporter) == ["moderation.report_decided"] * 2


def test_who_wants_no_mails_of_it_gets_none(reported, reporter, staff, happens):
    Preferences.objects.update(rhythms={"moderation.report_decided": "none"})
    happens(decide, staff["moderator"], reported.case, What.LEAVE, reason="")
    assert told(reporter) == ["moderation.report_decided"]
    assert not OutgoingMail.objects.filter(person=reporter.person).exists()


def test_a_visitor_s_report_tells_nobody(case, staff, happens):
    happens(decide, staff["moderator"], case, What.LEAVE, reason="")
    assert not Notice.objects.exists()


def test_an_author_hears_that_what_waited_is_shown(town, author, staff, happens):
    town.publish(premoderated=True)
    happens(town.idea, author=author)
    from participation.moderation.models import Case

    happens(actions.approve_case, actor=staff["moderator"], case=Case.objects.get())
    assert told(author) == ["moderation.approved"]


def test_an_author_hears_that_a_ban_ended_early(case, author, staff, happens):
    from .test_deciding import banned

    ban = happens(banned, staff, case).bans.get()
    happens(actions.lift_ban, actor=staff["moderator"], ban=ban, why="Sovittu puhelimessa")
    assert set(told(author)) == {"moderation.decided", "moderation.ban_ended"}


def test_moderators_of_a_place_for_children_are_called_and_read_nothing_in_the_mail(
    report, idea, town, staff, second
):
    town.publish(protects_minors=True)
    report(words=WORDS)
    idea.refresh_from_db()
    assert idea.waits
    called = Person.objects.filter(
        pk__in=OutgoingMail.objects.filter(kind="moderation.hidden_at_once").values("person")
    )
    expected = {staff["moderator"].person, second.person, staff["communications"].person}
    assert set(called) == expected
    mail.outbox.clear()
    sending.send_waiting()
    assert len(mail.outbox) == len(expected)
    assert not any(w in m.body for m in mail.outbox for w in (idea.title, WORDS))
