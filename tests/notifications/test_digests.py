"""The day's and the week's mails: when, for whom, in how many questions."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from participation.core import clock, jobs, sending
from participation.core.models import OutgoingMail, Person
from participation.core.notices import Rhythm
from participation.ideas.actions import hide_idea
from participation.notifications import digests, telling
from participation.notifications.models import Mute, Notice, Preferences
from participation.notifications.rhythm import last_slot, quiet_end

HELSINKI = ZoneInfo("Europe/Helsinki")
#: The Saturday before the clocks go forward.
SATURDAY = datetime(2027, 3, 27, 12, tzinfo=HELSINKI)


def local(*when: int) -> datetime:
    return datetime(*when, tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("at", "hours", "end"),
    [
        (local(2027, 3, 27, 20, 59), (21, 8), None),
        (local(2027, 3, 27, 21), (21, 8), local(2027, 3, 28, 8)),
        (local(2027, 3, 28, 2, 30), (21, 8), local(2027, 3, 28, 8)),
        (local(2027, 3, 28, 8), (21, 8), None),
        (local(2027, 10, 31, 3, 30), (21, 8), local(2027, 10, 31, 8)),
        (local(2027, 5, 1, 12), (9, 17), local(2027, 5, 1, 17)),
        (local(2027, 5, 1, 17), (9, 17), None),
        (local(2027, 5, 1, 3), (8, 8), None),
    ],
)
def test_quiet_hours_are_by_the_clock_on_the_wall(at, hours, end):
    assert quiet_end(at, *hours, HELSINKI) == (end or at)


@pytest.mark.parametrize(
    ("now", "rhythm", "slot"),
    [
        (local(2027, 3, 28, 7, 59), Rhythm.DAILY, local(2027, 3, 27, 8)),
        (local(2027, 3, 28, 8), Rhythm.DAILY, local(2027, 3, 28, 8)),
        (local(2027, 3, 29, 7), Rhythm.WEEKLY, local(2027, 3, 22, 8)),
        (local(2027, 3, 29, 8), Rhythm.WEEKLY, local(2027, 3, 29, 8)),
        (local(2027, 11, 1, 8), Rhythm.WEEKLY, local(2027, 11, 1, 8)),
    ],
)
def test_digests_are_due_at_the_same_local_hour_in_summer_and_winter(now, rhythm, slot):
    assert last_slot(now, rhythm, 8, HELSINKI) == slot


@limits(max_examples=50, deadline=None)
@given(
    hours=st.integers(0, 24 * 365),
    start=st.integers(0, 23),
    end=st.integers(0, 23),
)
def test_nothing_waits_longer_than_a_day_or_ends_in_quiet(hours, start, end):
    at = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    until = quiet_end(at, start, end, HELSINKI)
    assert at <= until <= at + timedelta(hours=25)
    assert quiet_end(until, start, end, HELSINKI) == until


@pytest.fixture
def aino(town):
    town.publish(opens_at=None, closes_at=None)
    return town.resident()


def tell(town, person, count: int = 1, kind: str = "ideas.answered") -> list:
    """So many ideas, each with a notice for the person; their authors differ from them."""
    ideas = [town.idea(town.resident("Eino")) for _ in range(count)]
    for idea in ideas:
        news = telling.News(kind, idea._meta.label, str(idea.pk), f"x{idea.pk}")
        telling.tell(news, person.person.pk)
    return ideas


@pytest.mark.django_db
class TestDigests:
    def test_one_mail_a_day_with_everything_by_subject(self, town, aino):
        with clock.frozen(SATURDAY):
            ideas = tell(town, aino, 3)
            news = telling.News("ideas.realised", "raati_ideas.Idea", str(ideas[0].pk), "y")
            telling.tell(news, aino.person.pk)
            assert digests.build() == 0
        with clock.frozen(local(2027, 3, 28, 7, 59)):
            assert digests.build() == 0
        with clock.frozen(local(2027, 3, 28, 8, 1)):
            assert digests.build() == 1
            assert digests.build() == 0
            assert sending.send_waiting() == 1
        (letter,) = mail.outbox
        titles = [idea.title for idea in ideas]
        places = [letter.body.index(title) for title in (titles[0], titles[2], titles[1])]
        assert places == sorted(places)
        assert letter.body.count("== ") == 3
        assert letter.body.count("/me/notices/stop/") == 4
        assert "List-Unsubscribe" in letter.extra_headers

    def test_none_when_nothing_is_left_to_be_told(self, town, aino, staff):
        with clock.frozen(SATURDAY):
            read, hidden, muted = tell(town, aino, 3)
            hide_idea(actor=staff["moderator"], idea=hidden, reason="law")
            label = read._meta.label
            Mute.objects.create(
                person=aino.person, subject_type=label, subject_id=muted.pk, at=clock.now()
            )
        with clock.frozen(local(2027, 3, 28, 8, 1)):
            assert digests.build() == 1
            Notice.objects.about(label, str(read.pk)).update(read_at=clock.now())
            assert sending.send_waiting() == 0
        assert mail.outbox == []

    def test_the_week_s_comes_on_monday_and_holds_what_was_too_much(self, town, aino):
        Preferences.objects.create(person=aino.person, quiet_from=0, quiet_until=0, weekly_cap=1)
        built = []
        with clock.frozen(local(2027, 3, 22, 12)):
            tell(town, aino)
        for day in range(23, 31):
            with clock.frozen(local(2027, 3, day, 12)):
                built.append(digests.build())
                tell(town, aino)
        # Tuesday's is the one mail of the week; Monday 29 brings the rest together.
        assert built == [1, 0, 0, 0, 0, 0, 1, 0]
        assert OutgoingMail.objects.latest("pk").data["rhythm"] == "weekly"

    def test_who_sleeps_longer_gets_it_later(self, town, aino):
        Preferences.objects.create(person=aino.person, quiet_from=21, quiet_until=10, weekly_cap=9)
        with clock.frozen(SATURDAY):
            tell(town, aino)
        with clock.frozen(local(2027, 3, 28, 8, 1)):
            digests.build()
        assert OutgoingMail.objects.get().not_before == local(2027, 3, 28, 10)

    def test_what_came_late_into_a_built_day_is_another_mail(self, town, aino):
        """A transaction that was slow commits after the digest with an instant before it."""
        with clock.frozen(SATURDAY):
            tell(town, aino)
        with clock.frozen(local(2027, 3, 28, 8, 1)):
            assert digests.build() == 1
        with clock.frozen(SATURDAY):
            tell(town, aino)
        with clock.frozen(local(2027, 3, 28, 8, 2)):
            assert digests.build() == 1

    def test_many_people_are_built_in_few_questions(
        self, town, aino, django_assert_max_num_queries, monkeypatch
    ):
        """500 people with 50 pieces of news between them: a handful of questions a batch."""
        fill(town, people=500, events=50, each=10)
        monkeypatch.setattr(digests, "BATCH", 250)
        with (
            clock.frozen(local(2027, 3, 28, 8, 1)),
            django_assert_max_num_queries(2 * 14 + 6),
        ):
            assert digests.build() == 500
        assert not Notice.objects.exclude(waits_for="").exists()


def fill(town, *, people: int, events: int, each: int) -> None:
    """Rows for many: every person is told of `each` of the events."""
    from django.contrib.auth import get_user_model

    accounts = get_user_model()
    users = accounts.objects.bulk_create(
        [accounts(email=f"p{n}@example.org") for n in range(people)], batch_size=2000
    )
    persons = Person.objects.bulk_create([Person(user=user) for user in users], batch_size=2000)
    idea = town.idea()
    rows = []
    for n, person in enumerate(persons):
        rows += [
            Notice(
                person=person,
                kind="ideas.answered",
                subject_type=idea._meta.label,
                subject_id=str((n + k) % events),
                mark=f"event:{(n + k) % events}",
                at=SATURDAY,
                waits_for=Rhythm.DAILY,
            )
            for k in range(each)
        ]
        if len(rows) >= 20_000:
            Notice.objects.bulk_create(rows, batch_size=2000)
            rows = []
    Notice.objects.bulk_create(rows, batch_size=2000)


@pytest.mark.django_db
def test_old_notices_are_forgotten_by_the_clock(town, aino, settings):
    settings.RAATI_NOTICE_DAYS = 10
    tell(town, aino)
    for days, left in ((9, 1), (11, 0)):
        with clock.shifted(timedelta(days=days)):
            jobs.run("forget notices")
        assert Notice.objects.count() == left
