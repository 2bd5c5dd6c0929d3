"""Mails that come back hours later: believed with their seal, and only of their own address."""

import io
import sys
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.core import bounces, returned, sending
from participation.core.models import Fate, OutgoingMail

from .conftest import make_receiver, post

pytestmark = pytest.mark.django_db

REPORT = """\
From: MAILER-DAEMON@mx.example.org
To: {to}
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; {who}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user {who}

--b--
"""


@pytest.fixture(autouse=True)
def _configured(settings):
    settings.RAATI_RETURN_ADDRESS = "palautus@osallistu.example.org"


def report(mail, **given) -> bytes:
    values = {
        "to": returned.sender_of(mail),
        "who": "aino@example.org",
        "action": "failed",
        "status": "5.1.1",
        **given,
    }
    return REPORT.format(**values).encode()


def sent(person, n: int = 0) -> OutgoingMail:
    mail = post(n, person=person)
    OutgoingMail.objects.filter(pk=mail.pk).update(fate=Fate.SENT)
    mail.refresh_from_db()
    return mail


def test_each_mail_leaves_with_a_sender_of_its_own(sink, aino, settings):
    one, other = post(1, person=aino), post(2, person=aino)
    assert sending.send_waiting() == 2
    assert sink.senders == [returned.sender_of(one), returned.sender_of(other)]
    assert {str(mail["From"]) for mail in sink.mails} == {settings.DEFAULT_FROM_EMAIL}
    assert all(len(sender.partition("@")[0]) <= 64 for sender in sink.senders)


def test_without_the_setting_the_sender_is_the_usual_one(sink, aino, settings):
    settings.RAATI_RETURN_ADDRESS = ""
    post(1, person=aino)
    assert sending.send_waiting() == 1
    assert sink.senders == [settings.DEFAULT_FROM_EMAIL]


def test_two_that_came_back_end_mails_to_the_address_and_a_word_from_its_owner_begins_them(aino):
    for n in range(bounces.MOST):
        mail = sent(aino, n)
        assert returned.take(report(mail))
        mail.refresh_from_db()
        assert (mail.fate, mail.error) == (Fate.BOUNCED, "returned 5.1.1")
        # The server says it twice: it counts once.
        assert not returned.take(report(mail))
    assert bounces.is_distrusted("aino@example.org")


def test_an_address_given_up_meanwhile_is_not_held_against_the_new_one(aino):
    for n in range(bounces.MOST):
        assert returned.take(report(sent(aino, n), who="old@example.org"))
    assert not bounces.is_distrusted("aino@example.org")
    assert not bounces.is_distrusted("old@example.org")


def test_a_mail_to_no_account_is_marked_for_staff():
    mail = post(1, address="kirjaamo@example.org")
    OutgoingMail.objects.update(fate=Fate.SENT, address="")
    assert returned.take(report(mail, who="kirjaamo@example.org"))
    assert OutgoingMail.objects.get().fate == Fate.BOUNCED


@pytest.mark.parametrize(
    "given",
    [
        {"action": "delayed", "status": "4.4.1"},
        {"action": "delivered", "status": "2.0.0"},
        {"status": "4.2.2"},
        {"status": ""},
        {"to": "palautus@osallistu.example.org"},
        {"to": "palautus+1.0123456789abcdef@osallistu.example.org"},
        {"to": "palautus+999999999999999999999.x@osallistu.example.org"},
        {"to": "palautus+²."},
    ],
)
def test_what_is_no_loss_or_has_no_seal_changes_nothing(aino, given):
    mail = sent(aino)
    assert not returned.take(report(mail, **given))
    mail.refresh_from_db()
    assert mail.fate == Fate.SENT


def test_a_seal_speaks_of_its_own_mail_alone(aino):
    other = sent(make_receiver("onni"), 1)
    seal = returned.sender_of(sent(aino, 2)).partition(".")[2]
    assert not returned.take(report(other, to=f"palautus+{other.pk}.{seal}"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_error(aino, raw):
    assert not returned.take(raw)
    mail = OutgoingMail.objects.first() or sent(aino)
    head = f"To: {returned.sender_of(mail)}\n".encode()
    assert not returned.take(head + raw)


def test_a_mail_server_hands_it_over_by_a_pipe(aino, monkeypatch):
    mail = sent(aino)
    raw = report(mail, to="somebody@example.org")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(raw)))
    said = io.StringIO()
    call_command("raati_returned", recipient=returned.sender_of(mail), stdout=said)
    assert said.getvalue() == "Noted.\n"
    mail.refresh_from_db()
    assert mail.fate == Fate.BOUNCED
