"""Who is told what, once; and nothing about what is hidden."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.core import mail
from django.utils import timezone, translation

from participation.core import bounces, clock, notices, sending
from participation.core.actors import Actor
from participation.core.facts import deliver
from participation.core.models import Component, Fact, Follow
from participation.core.notices import Rhythm
from participation.core.working_days import calendar
from participation.ideas.actions import (
    answer_idea,
    hide_idea,
    merge_idea,
    move_idea,
    restore_idea,
    support_idea,
)
from participation.notifications import actions, places, spreading, telling
from participation.notifications.models import Mute, Notice, Preferences, Spread
from participation.notifications.showing import grouped, shown
from tests import worlds
from tests.home.trees import Tree

from .conftest import make_receiver, post

ANSWER = {"outcome": "accepted", "text": {"fi": "Tehdään."}, "role": {"fi": "Ohjaaja"}}
LANGUAGES = ("fi", "sv", "en")

pytestmark = pytest.mark.django_db


@pytest.fixture
def happens(django_capture_on_commit_callbacks):
    """Do something with all that it brings about, and tell whoever is to be told."""

    def do(act, **given):
        with django_capture_on_commit_callbacks(execute=True):
            result = act(**given)
        spreading.spread_waiting()
        return result

    return do


@worlds.shared
def tree(wagtail_root):
    return Tree(wagtail_root)


def told(person: Actor) -> list[str]:
    return list(
        Notice.objects.filter(person=person.person).order_by("pk").values_list("kind", flat=True)
    )


def test_the_author_and_the_supporters_hear_of_an_answer_once(town, staff, happens):
    aino, eino, other = (town.resident(name) for name in ("Aino", "Eino", "Olli"))
    idea = town.idea(aino)
    happens(support_idea, actor=eino, idea=idea)
    happens(answer_idea, actor=staff["communications"], idea=idea, **ANSWER)
    assert told(aino) == ["ideas.own_answered"]
    assert told(eino) == ["ideas.answered"]
    assert told(other) == []
    assert deliver(Fact.objects.get(name="idea_answered"))
    spreading.spread_waiting()
    assert len(told(aino) + told(eino)) == 2


def test_who_follows_the_board_or_the_idea_hears_it_too(town, staff, happens):
    idea = town.idea()
    board, thing = town.resident("Bea"), town.resident("Tea")
    now = clock.now()
    Follow.objects.create(person=board.person, component=idea.component, at=now)
    Follow.objects.create(
        person=thing.person,
        component=idea.component,
        subject_type=idea._meta.label,
        subject_id=str(idea.pk),
        at=now,
    )
    happens(answer_idea, actor=staff["communications"], idea=idea, **ANSWER)
    assert told(board) == told(thing) == ["ideas.answered"]


def test_the_way_of_an_idea_is_told_to_its_author(town, staff, happens):
    aino = town.resident()
    idea, other = town.idea(aino), town.idea(town.resident("Eino"))
    happens(move_idea, actor=staff["communications"], idea=idea, state="considering")
    happens(hide_idea, actor=staff["moderator"], idea=idea, reason="personal")
    happens(restore_idea, actor=staff["moderator"], idea=idea, reason="Korjattu.")
    happens(merge_idea, actor=staff["communications"], idea=idea, into=other)
    assert [kind.removeprefix("ideas.own_") for kind in told(aino)] == [
        "moved",
        "hidden",
        "restored",
        "merged",
    ]
    assert len(shown(Notice.objects.filter(person=aino.person))) == 4


def test_what_was_hidden_meanwhile_is_told_to_nobody_but_its_author(town, staff, happens):
    aino, eino = town.resident(), town.resident("Eino")
    idea = town.idea(aino)
    happens(support_idea, actor=eino, idea=idea)
    Preferences.objects.create(
        person=eino.person,
        rhythms={"ideas.answered": "now"},
        quiet_from=0,
        quiet_until=0,
        weekly_cap=9,
    )
    happens(answer_idea, actor=staff["communications"], idea=idea, **ANSWER)
    happens(hide_idea, actor=staff["moderator"], idea=idea, reason="personal")
    assert not Notice.objects.unread().filter(person=eino.person).exists()
    assert shown(Notice.objects.filter(person=eino.person)) == []
    own = shown(Notice.objects.filter(person=aino.person).order_by("-pk"))
    assert [item.kind.name for item in own] == ["ideas.own_hidden", "ideas.own_answered"]
    assert own[1].quote is None
    with clock.shifted(timedelta(days=1)):
        sending.send_waiting()
    assert {m.to[0] for m in mail.outbox} <= {"aino@example.org", "viivi@example.org"}
    assert not any("Tehdään" in m.body for m in mail.outbox)


def test_staff_hear_what_is_theirs(town, staff, happens):
    from participation.ideas.actions import assign_idea, remind

    idea, pekka = town.idea(), staff["service_area"]
    first, due_on, after = (calendar().later(clock.today(), n) for n in (1, 3, 4))
    happens(
        assign_idea,
        actor=staff["administrator"],
        idea=idea,
        service_area=town.services["kaupunkirakenne"],
        owner=pekka.person,
        due_on=due_on,
    )
    for day in (first, after):
        with clock.frozen(timezone.make_aware(datetime.combine(day, time(12)))):
            happens(remind, actor=Actor.system("clock"))
    assert told(pekka) == ["ideas.given", "ideas.due_soon", "ideas.overdue"]
    items = shown(Notice.objects.filter(person=pekka.person))
    assert all(item.address.endswith(f"/ideas/{idea.public_id}/answer/") for item in items)


def test_a_muted_thing_is_told_no_more(town, staff, happens):
    aino = town.resident()
    idea = town.idea(aino)
    happens(move_idea, actor=staff["communications"], idea=idea, state="considering")
    actions.mute(actor=aino, subject_type=idea._meta.label, subject_id=str(idea.pk))
    happens(answer_idea, actor=staff["communications"], idea=idea, **ANSWER)
    assert told(aino) == ["ideas.own_moved"]
    assert not Notice.objects.unread().exists()
    actions.unmute(actor=aino, subject_type=idea._meta.label, subject_id=str(idea.pk))
    assert not Mute.objects.exists()


def test_many_are_told_in_batches_that_go_on_where_they_stopped(town, staff, monkeypatch, happens):
    idea = town.idea()
    people = [town.resident(f"N{n}") for n in range(7)]
    now = clock.now()
    Follow.objects.bulk_create(
        [Follow(person=p.person, component=idea.component, at=now) for p in people]
    )
    monkeypatch.setattr(spreading, "BATCH", 3)
    news = telling.News("ideas.answered", idea._meta.label, str(idea.pk), "x", idea.component_id)
    telling.tell_many(news, "followers")
    telling.tell_many(news, "followers")
    assert spreading._next_batch() == 3
    write = telling.write

    def die(*_given):
        raise RuntimeError("killed")

    monkeypatch.setattr(telling, "write", die)
    assert spreading._next_batch() == 0
    monkeypatch.setattr(telling, "write", write)
    assert spreading.spread_waiting() == 4
    assert Notice.objects.filter(kind="ideas.answered").count() == 7
    assert Spread.objects.get().done_at is not None


def test_a_batch_asks_few_questions(town, django_assert_max_num_queries):
    idea = town.idea()
    people = [town.resident(f"N{n}").person.pk for n in range(30)]
    news = telling.News("ideas.own_answered", idea._meta.label, str(idea.pk), "x")
    with django_assert_max_num_queries(14):
        telling.write(news, people)


def test_mails_at_once_wait_for_the_end_of_the_night(town, staff, happens):
    from datetime import datetime
    from zoneinfo import ZoneInfo

    aino, helsinki = town.resident(), ZoneInfo("Europe/Helsinki")
    idea = town.idea(aino)
    with clock.frozen(datetime(2027, 3, 27, 22, 30, tzinfo=helsinki)):
        news = telling.News("ideas.own_answered", idea._meta.label, str(idea.pk), "x")
        telling.tell(news, aino.person.pk)
        assert sending.send_waiting() == 0
    # Summer time begins in that night.
    for hour, minute, sent in ((7, 59, 0), (8, 0, 1)):
        with clock.frozen(datetime(2027, 3, 28, hour, minute, tzinfo=helsinki)):
            answer = sending.send_waiting()
            assert answer == sent


def test_what_happened_long_ago_is_not_mailed(town):
    aino, idea = town.resident(), town.idea()
    past = clock.now() - timedelta(days=3)
    news = telling.News("ideas.own_answered", idea._meta.label, str(idea.pk), "x", at=past)
    telling.tell(news, aino.person.pk)
    assert Notice.objects.get().at == past
    assert sending.send_waiting() == 0


def test_more_than_the_week_s_mails_wait_for_monday(town):
    aino = town.resident()
    Preferences.objects.create(person=aino.person, quiet_from=0, quiet_until=0, weekly_cap=2)
    for n in range(4):
        idea = town.idea(town.resident("Eino"))
        label = idea._meta.label
        telling.tell(
            telling.News("ideas.own_answered", label, str(idea.pk), f"x{n}"), aino.person.pk
        )
    waits = list(Notice.objects.order_by("pk").values_list("waits_for", flat=True))
    assert waits == ["", "", Rhythm.WEEKLY, Rhythm.WEEKLY]


def test_a_changed_choice_holds_for_what_waits(town):
    aino = town.resident()
    idea = town.idea(aino)
    telling.tell(
        telling.News("ideas.own_moved", idea._meta.label, str(idea.pk), "x"), aino.person.pk
    )
    given = {"quiet_from": 21, "quiet_until": 8, "weekly_cap": 5, "language": "sv"}
    for rhythm, waits_for in (("weekly", "weekly"), ("none", "")):
        actions.set_preferences(
            actor=aino, rhythms={"ideas.own_moved": rhythm}, is_silent=False, **given
        )
        assert Notice.objects.get().waits_for == waits_for


@pytest.mark.parametrize("kind", notices.kinds(), ids=lambda kind: kind.name)
def test_every_kind_speaks_three_languages(kind):
    for words in (kind.sentence, kind.label, kind.heading):
        said = set()
        for language in LANGUAGES:
            with translation.override(language):
                said.add(str(words))
        assert len(said) == 3


def test_every_kind_has_a_thing_that_leads_somewhere(town, staff, happens):
    idea = town.idea()
    happens(answer_idea, actor=staff["communications"], idea=idea, **ANSWER)
    about = notices.load(idea._meta.label, {str(idea.pk)})[str(idea.pk)]
    for kind in notices.kinds():
        assert kind.subject in notices._subjects
        assert kind.subject != idea._meta.label or kind.address(about)
    component = str(idea.component_id)
    assert notices.load("raati_core.Component", {component})[component].address
    person = str(idea.author_id)
    assert notices.load("raati_core.Person", {person})[person].address


def test_the_list_is_grouped_by_thing_and_the_newest_comes_first(town, staff, happens):
    aino = town.resident()
    first, second = town.idea(aino), town.idea(aino)
    happens(move_idea, actor=staff["communications"], idea=first, state="considering")
    happens(move_idea, actor=staff["communications"], idea=second, state="considering")
    happens(answer_idea, actor=staff["communications"], idea=first, **ANSWER)
    groups = grouped(shown(Notice.objects.order_by("-pk")))
    assert [(g.about.title, len(g.items), g.unread) for g in groups] == [
        (first.title, 2, 2),
        (second.title, 1, 1),
    ]
    assert groups[0].items[0].quote.text == "Tehdään."


def test_a_place_that_opens_or_closes_soon_is_told_to_its_followers_once(town):
    aino = town.resident()
    Follow.objects.create(person=aino.person, component=town.component, at=clock.now())
    town.publish(
        opens_at=clock.now() - timedelta(hours=1), closes_at=clock.now() + timedelta(days=9)
    )
    for _ in range(2):
        places.look()
        spreading.spread_waiting()
    with clock.shifted(timedelta(days=7)):
        for _ in range(2):
            places.look()
            spreading.spread_waiting()
    assert told(aino) == ["notifications.opened", "notifications.closes_soon"]


def test_the_phases_of_its_process_open_and_close_a_followed_place(tree):
    """Of a board without dates of its own in a process that is open for ideas for a month."""
    aino = Actor.member(make_receiver())
    Follow.objects.create(person=aino.person, component=tree.board.component, at=clock.now())
    opens = datetime(2026, 11, 1, 8, tzinfo=UTC)
    for days, expected in {-1: [], 0.2: ["opened"], 20: ["opened"], 29: ["opened", "closes_soon"],
                           31: ["opened", "closes_soon"]}.items():  # fmt: skip
        with clock.frozen(opens + timedelta(days=days)):
            places.look()
            spreading.spread_waiting()
        assert told(aino) == [f"notifications.{name}" for name in expected], days


def test_the_questions_are_the_same_for_one_followed_place_and_for_many(
    town, django_assert_num_queries
):
    aino = town.resident()
    for n in range(8):
        board = town.new_board(f"Taulu {n}")
        component = Component.objects.get(key=board.translation_key)
        Follow.objects.create(person=aino.person, component=component, at=clock.now())
    with django_assert_num_queries(3):
        places.look()


def test_two_bounces_are_told_in_the_list(town, django_capture_on_commit_callbacks):
    aino = town.resident()
    for n in (1, 2):
        with django_capture_on_commit_callbacks(execute=True):
            bounces.note(post(n, person=aino.person), "aino@example.org", "550 5.1.1")
    assert told(aino) == ["notifications.address"]
    assert len(shown(Notice.objects.all())) == 1
