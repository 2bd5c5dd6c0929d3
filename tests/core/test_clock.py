"""The clock asks the database, and can be set."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from participation.core import clock


@pytest.mark.django_db
def test_now_is_aware_utc_and_close_to_this_hosts_time():
    now = clock.now()
    assert now.tzinfo is UTC
    assert abs(now - timezone.now()) < timedelta(seconds=5)


@pytest.mark.django_db
def test_now_moves_on_within_one_transaction():
    with transaction.atomic():
        first = clock.now()
        for _ in range(2_000):
            last = clock.now()
            if last > first:
                break
    assert last > first


@pytest.mark.django_db
def test_a_skewed_host_clock_changes_no_decision(monkeypatch):
    skewed = timezone.now() + timedelta(minutes=7)
    monkeypatch.setattr(timezone, "now", lambda: skewed)
    assert abs(clock.now() - skewed) > timedelta(minutes=6)
    assert clock.glance() == skewed


@pytest.mark.django_db
def test_the_local_day_changes_at_midnight_in_helsinki():
    with clock.frozen(datetime(2026, 11, 20, 21, 59, tzinfo=UTC)):
        assert clock.today().day == 20
    with clock.frozen(datetime(2026, 11, 20, 22, 0, tzinfo=UTC)):
        assert clock.today().day == 21


def test_a_frozen_clock_asks_no_database_and_thaws():
    at = datetime(2026, 1, 1, tzinfo=UTC)
    with clock.frozen(at):
        with clock.shifted(timedelta(days=1)):
            assert clock.now() == at + timedelta(days=1)
        assert clock.now() == clock.glance() == at
    assert clock.glance() != at


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="aware"), clock.frozen(datetime(2026, 1, 1)):  # noqa: DTZ001
        pass


@pytest.mark.django_db
def test_every_database_we_support_is_asked():
    assert connection.vendor in clock._QUESTIONS
