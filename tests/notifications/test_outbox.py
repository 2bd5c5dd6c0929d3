"""The outbox: written with what it tells, sent once, growing pauses, nothing that is not true."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from participation.core import bounces, clock, jobs, mail_care, outbox, sending
from participation.core.actors import Actor
from participation.core.models import Fate, OutgoingMail
from participation.core.models.outgoing import MOST_ATTEMPTS
from participation.core.policies import Refused
from participation.core.rules import RuleBroken

from .conftest import post
from .letters import KIND

pytestmark = pytest.mark.django_db


def test_a_mail_is_sent_once_and_marked(aino):
    post(1, person=aino)
    assert sending.send_waiting() == 1
    assert sending.send_waiting() == 0
    row = OutgoingMail.objects.get()
    assert (row.fate, row.address, row.attempts) == (Fate.SENT, "", 1)
    assert mail.outbox[0].to == ["aino@example.org"]
    assert mail.outbox[0].extra_headers["Auto-Submitted"] == "auto-generated"


@pytest.mark.django_db(transaction=True)
def test_a_mail_is_written_inside_a_transaction_only(aino):
    with pytest.raises(RuntimeError, match="transaction"):
        outbox.post(mark="x", kind=KIND, person=aino)


def test_what_was_rolled_back_is_not_sent(aino):
    with transaction.atomic():
        outbox.post(mark="x", kind=KIND, person=aino)
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_the_same_mark_is_the_same_mail(aino):
    post(1, person=aino)
    with transaction.atomic():
        assert not outbox.post(mark="test:1", kind=KIND, person=aino)
    assert OutgoingMail.objects.count() == 1


def test_what_is_not_true_any_more_is_dropped(aino):
    post(1, person=aino, data={"gone": True})
    assert sending.send_waiting() == 0
    assert OutgoingMail.objects.get().fate == Fate.DROPPED


@pytest.mark.parametrize("case", ["inactive", "erased"])
def test_who_is_gone_is_not_written_to(aino, case):
    post(1, person=aino)
    if case == "inactive":
        aino.user.is_active = False
        aino.user.save()
    else:
        type(aino).objects.update(user=None)
    sending.send_waiting()
    assert mail.outbox == []
    assert OutgoingMail.objects.get().fate == Fate.DROPPED


def test_an_address_without_an_account_is_forgotten_when_the_mail_has_gone():
    row = post(1, address="kirjaamo@example.org", language="sv")
    assert outbox.language_of(row) == "sv"
    sending.send_waiting()
    assert mail.outbox[0].to == ["kirjaamo@example.org"]
    assert OutgoingMail.objects.get().address == ""


def test_a_mail_waits_for_its_time(aino):
    with transaction.atomic():
        later = clock.now() + timedelta(hours=9)
        outbox.post(mark="x", kind=KIND, person=aino, not_before=later)
    assert sending.send_waiting() == 0
    with clock.shifted(timedelta(hours=9, minutes=1)):
        assert sending.send_waiting() == 1


def test_a_kind_that_breaks_holds_up_no_other(aino, caplog):
    """Whatever a renderer raises; the log names the kind and nobody."""
    with transaction.atomic():
        outbox.post(mark="broken", kind="tests.nobody", person=aino)
    post(1, person=aino)
    assert sending.send_waiting() == 1
    broken = OutgoingMail.objects.get(mark="broken")
    assert (broken.fate, broken.error) == (Fate.WAITING, "KeyError")
    assert "aino" not in caplog.text


def test_a_process_that_died_on_the_last_try_is_told_to_staff(aino):
    row = post(1, person=aino)
    OutgoingMail.objects.update(attempts=MOST_ATTEMPTS)
    sending.send_waiting()
    row.refresh_from_db()
    assert row.fate == Fate.FAILED


@limits(max_examples=30, deadline=None)
@given(pk=st.integers(1, 10**9), attempts=st.integers(0, MOST_ATTEMPTS))
def test_pauses_grow_and_end_and_differ(pk, attempts):
    this = sending.pause(OutgoingMail(pk=pk, attempts=attempts))
    after = sending.pause(OutgoingMail(pk=pk, attempts=attempts + 1))
    assert timedelta(seconds=120) <= this <= after <= sending.LONGEST_WAIT * 1.25
    spread = {sending.pause(OutgoingMail(pk=pk + n, attempts=attempts)) for n in range(20)}
    assert len(spread) > 15


def test_what_waits_too_long_makes_the_health_page_fail(aino):
    post(1, person=aino)
    sending.check()
    OutgoingMail.objects.update(attempts=3)
    with clock.shifted(timedelta(minutes=61)), pytest.raises(RuntimeError, match="hour"):
        sending.check()


def test_what_waits_on_purpose_does_not(aino):
    post(1, person=aino, not_before=clock.now() + timedelta(hours=11))
    with clock.shifted(timedelta(hours=10)):
        sending.check()


def test_done_mails_are_forgotten_by_the_clock(aino, settings):
    settings.RAATI_MAIL_DAYS = 10
    post(1, person=aino)
    sending.send_waiting()
    for days, left in ((9, 1), (11, 0)):
        with clock.shifted(timedelta(days=days)):
            jobs.run("forget mails")
        assert OutgoingMail.objects.count() == left


def test_after_two_bounces_an_address_is_left_alone_until_its_owner_says_so(aino):
    for n in (1, 2):
        bounces.note(post(n, person=aino), "Aino@example.org", "550 5.1.1")
    post(3, person=aino)
    assert sending.send_waiting() == 0
    bounces.trust_address(actor=Actor.member(aino))
    post(4, person=aino)
    assert sending.send_waiting() == 1


def test_another_address_is_not_blamed(aino):
    for n in (1, 2):
        bounces.note(post(n, person=aino), "aino@example.org", "550 5.1.1")
    type(aino.user).objects.filter(pk=aino.user_id).update(email="uusi@example.org")
    post(3, person=aino)
    assert sending.send_waiting() == 1


def test_staff_have_a_failed_mail_sent_again(aino, staff):
    row = post(1, person=aino)
    OutgoingMail.objects.update(fate=Fate.FAILED, attempts=MOST_ATTEMPTS)
    with pytest.raises(Refused):
        mail_care.retry_mail(actor=Actor.member(aino), mail=row)
    mail_care.retry_mail(actor=staff["communications"], mail=row)
    assert sending.send_waiting() == 1
    with pytest.raises(RuleBroken):
        mail_care.retry_mail(actor=staff["communications"], mail=row)


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_after_the_commit(aino, settings):
    """With a queue named, the task runs as soon as the transaction is committed."""
    settings.RAATI_SOON_QUEUE = "default"
    with transaction.atomic():
        outbox.post(mark="x", kind=KIND, person=aino)
        assert mail.outbox == []
    assert len(mail.outbox) == 1
