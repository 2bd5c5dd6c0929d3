"""What is due is forgotten by itself, across summer time; the log says numbers only (P12)."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from wagtail.models import ModelLogEntry

from participation.core import clock, outbox, own_rows, sending
from participation.core.actors import Actor
from participation.core.models import OutgoingMail, Person
from participation.core.roles import Role, grant_role
from participation.ideas.actions import support_idea
from participation.ideas.models import Support
from participation.people.models import RetentionNotice
from participation.people.privacy.inactivity import look_after_unused

pytestmark = pytest.mark.django_db
#: Three years later the clocks in Finland have just gone forward (25 March 2029).
SEEN = datetime(2026, 3, 26, 21, 30, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def aino():
    user = get_user_model().objects.create_verified("aino@example.org", "osallistu-2026")
    get_user_model().objects.filter(pk=user.pk).update(last_login=SEEN, date_joined=SEEN)
    return Person.objects.create(user=user, display_name="Aino")


def at(days: float) -> None:
    """One round of the clock so many days after the last sign-in."""
    with clock.frozen(SEEN + days * DAY):
        return look_after_unused()


def test_an_account_goes_after_three_years_and_two_warnings(aino):
    assert at(1064) == {"warned": 0, "warned again": 0, "deleted": 0}
    assert at(1066) == {"warned": 1, "warned again": 0, "deleted": 0}
    assert at(1070) == {"warned": 0, "warned again": 0, "deleted": 0}
    assert at(1089)["warned again"] == 1
    assert at(1092) == {"warned": 0, "warned again": 0, "deleted": 0}
    assert at(1097)["deleted"] == 1
    aino.refresh_from_db()
    assert aino.erased_at is not None
    assert not get_user_model().objects.exists()


def test_each_warning_is_one_mail_in_the_receivers_language(aino):
    at(1066)
    at(1066.1)
    with clock.frozen(SEEN + 1067 * DAY):
        sending.send_waiting()
    (message,) = mail.outbox
    assert message.to == ["aino@example.org"]
    assert "/fi/me/" in message.body
    assert "2029" in message.subject


def test_signing_in_ends_it_and_drops_the_mail(aino):
    at(1066)
    get_user_model().objects.update(last_login=SEEN + 1066.5 * DAY)
    assert at(1097) == {"warned": 0, "warned again": 0, "deleted": 0}
    assert not RetentionNotice.objects.exists()
    with clock.frozen(SEEN + 1067 * DAY):
        sending.send_waiting()
    assert mail.outbox == []
    assert OutgoingMail.objects.get().fate == "dropped"


def test_a_clock_that_stood_still_still_gives_a_month(aino):
    assert at(2000)["warned"] == 1
    assert at(2006)["deleted"] == 0
    assert at(2023)["warned again"] == 1
    assert at(2029)["deleted"] == 0
    assert at(2031)["deleted"] == 1


def test_staff_are_never_deleted_by_the_clock(aino):
    grant_role(actor=Actor.system("t"), person=aino, role=Role.COMMUNICATIONS)
    assert at(4000) == {"warned": 0, "warned again": 0, "deleted": 0}


def test_what_a_source_says_is_forgotten_and_the_log_tells_numbers_only(aino, caplog, settings):
    now = clock.now()
    entries = [
        ModelLogEntry(action="raati.test", label="Aino", timestamp=now - days * DAY, object_id="1")
        for days in (1, 1824, 1826, 4000)
    ]
    ModelLogEntry.objects.bulk_create(entries)
    with caplog.at_level(logging.INFO, "participation"):
        assert own_rows.forget_old()["wagtailcore.ModelLogEntry"] == 2
        assert own_rows.forget_old() == {}
    assert ModelLogEntry.objects.filter(action="raati.test").count() == 2
    told = [record.getMessage() for record in caplog.records if record.name.startswith("parti")]
    assert told == ["Forgotten: wagtailcore.ModelLogEntry 2"]
    settings.RAATI_LOG_DAYS = 1000
    assert own_rows.forget_old() == {"wagtailcore.ModelLogEntry": 1}


def test_one_day_and_three_years_later_the_due_kinds_are_gone(aino):
    RetentionNotice.objects.create(
        person=aino, kind="inactive", told_at=clock.now(), due_on=clock.today()
    )
    with clock.shifted(DAY):
        own_rows.forget_old()
    assert RetentionNotice.objects.exists()
    with clock.shifted(3 * 365 * DAY):
        own_rows.forget_old()
    assert not RetentionNotice.objects.exists()


def test_a_kind_of_mail_is_registered_for_the_warning():
    assert "people.unused" in outbox.kinds()


def test_the_trace_beside_a_support_is_emptied_after_a_month_and_the_support_stays(town):
    idea = town.idea(town.resident("Olli"))
    support_idea(actor=town.resident("Aino"), idea=idea)
    Support.objects.update(source="trace")
    for days, left in ((29, "trace"), (31, "")):
        with clock.shifted(days * DAY):
            own_rows.forget_old()
        assert Support.objects.get().source == left
