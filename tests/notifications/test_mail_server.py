"""Failing mail servers, by a controlled clock: refusals, time-outs, a stripped STARTTLS."""

import smtplib
from datetime import timedelta

import pytest

from participation.core import clock, sending
from participation.core.mail_errors import Verdict, judge
from participation.core.models import Fact, Fate, OutgoingMail

from .conftest import make_receiver, post


def refused(code: int, text: str = "no") -> smtplib.SMTPRecipientsRefused:
    return smtplib.SMTPRecipientsRefused({"a@example.org": (code, text.encode())})


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (refused(550, "5.1.1 no such user"), Verdict.BOUNCED),
        (refused(550, "unknown"), Verdict.BOUNCED),
        (refused(450, "4.2.0 greylisted"), Verdict.LATER),
        (refused(552, "5.2.2 mailbox full"), Verdict.LATER),
        (refused(550, "5.7.1 your network is blocked"), Verdict.LATER),
        (refused(554, "5.7.26 unauthenticated sender"), Verdict.LATER),
        (smtplib.SMTPDataError(554, b"5.6.0 not a mail"), Verdict.REFUSED),
        (smtplib.SMTPDataError(550, b"5.7.1 looks like spam"), Verdict.LATER),
        (smtplib.SMTPDataError(451, b"later"), Verdict.LATER),
        (smtplib.SMTPSenderRefused(550, b"who?", "x"), Verdict.LATER),
        (smtplib.SMTPAuthenticationError(535, b"no"), Verdict.LATER),
        (smtplib.SMTPServerDisconnected(), Verdict.LATER),
        (TimeoutError(), Verdict.LATER),
        (KeyError("kind"), Verdict.LATER),
    ],
)
def test_what_a_refusal_means(error, verdict):
    judged = judge(error)
    assert judged.verdict is verdict
    assert "@" not in judged.said


@pytest.mark.django_db
class TestServer:
    def test_one_connection_carries_many_mails(self, sink, aino):
        for n in range(5):
            post(n, person=aino)
        assert sending.send_waiting() == 5
        assert sink.connections == 1
        assert len(set(sink.ids)) == 5

    def test_an_hour_of_later_please_delays_and_loses_nothing(self, sink, aino):
        """451 to everything for an hour, the clock command each minute: then once each."""
        tries = []

        def answer(verb: str, line: str) -> str | None:
            if verb == "RCPT":
                tries.append(minute)
                return "451 4.3.0 later" if minute < 60 else None
            return None

        sink.answer = answer
        for n in range(3):
            post(n, person=aino)
        start = clock.now()
        for minute in range(180):
            with clock.frozen(start + timedelta(minutes=minute, seconds=5)):
                sending.send_waiting()
        assert len(sink.mails) == len(set(sink.ids)) == 3
        assert set(OutgoingMail.objects.values_list("fate", flat=True)) == {Fate.SENT}
        assert len(tries) < 3 * 10

    def test_an_unknown_mailbox_is_not_tried_again_and_is_told(self, sink, aino, caplog):
        sink.answer = lambda verb, line: "550 5.1.1 <aino@example.org>?" if verb == "RCPT" else None
        post(1, person=aino)
        sending.send_waiting()
        row = OutgoingMail.objects.get()
        assert (row.fate, row.error) == (Fate.BOUNCED, "SMTPRecipientsRefused 550 5.1.1")
        assert "aino" not in f"{row.digest} {caplog.text}"
        post(2, person=aino)
        sending.send_waiting()
        told = Fact.objects.filter(name="mail_bounced").order_by("pk")
        assert [fact.data["is_distrusted"] for fact in told] == [False, True]

    def test_one_refused_mail_does_not_hold_up_the_next(self, sink, aino):
        make_receiver("eino")

        def answer(verb: str, line: str) -> str | None:
            return "450 4.2.0 busy" if verb == "RCPT" and "aino" in line else None

        sink.answer = answer
        post(1, person=aino)
        post(2, person=type(aino).objects.get(display_name="Eino"))
        assert sending.send_waiting() == 1
        assert sink.receivers == ["eino@example.org"]

    def test_a_line_that_is_cut_is_made_anew(self, sink, aino):
        cut = iter([True])
        sink.answer = lambda verb, line: "hang up" if verb == "END" and next(cut, 0) else None
        for n in range(3):
            post(n, person=aino)
        assert sending.send_waiting() == 2
        assert sink.connections == 2
        with clock.shifted(timedelta(minutes=4)):
            assert sending.send_waiting() == 1

    def test_a_server_that_refuses_everything_is_left_alone_till_the_next_round(self, sink, aino):
        sink.answer = lambda verb, line: "451 no" if verb == "MAIL" else None
        for n in range(12):
            post(n, person=aino)
        sending.send_waiting()
        assert OutgoingMail.objects.filter(attempts=1).count() == sending.MOST_FAILURES

    def test_a_server_that_is_away_uses_up_no_tries(self, sink, aino):
        """Three days without a mail server: everything goes when it is back."""
        sink.answer = lambda verb, line: "421 4.3.2 closed" if verb == "HELLO" else None
        post(1, person=aino)
        post(2, person=aino)
        for hours in range(0, 72, 2):
            with clock.shifted(timedelta(hours=hours)):
                assert sending.send_waiting() == 0
        assert not OutgoingMail.objects.filter(attempts__gt=0).exists()
        sink.answer = lambda verb, line: None
        with clock.shifted(timedelta(hours=73)):
            assert sending.send_waiting() == 2

    def test_nothing_is_sent_in_clear_where_starttls_was_taken_away(self, sink, aino, settings):
        """Somebody between us and the server strips STARTTLS from its greeting."""
        settings.EMAIL_USE_TLS = True
        heard: list[str] = []
        sink.answer = lambda verb, line: heard.append(verb)
        post(1, person=aino)
        assert sending.send_waiting() == 0
        assert not {"MAIL", "RCPT", "DATA", "END", "AUTH"} & set(heard)
        assert OutgoingMail.objects.get().fate == Fate.WAITING

    def test_a_server_that_says_nothing_ends_the_round(self, sink, aino, settings):
        import threading

        settings.EMAIL_TIMEOUT = 0.2
        silence = threading.Event()
        sink.answer = lambda verb, line: silence.wait(5) and None if verb == "HELLO" else None
        post(1, person=aino)
        post(2, person=aino)
        assert sending.send_waiting() == 0
        silence.set()
        assert sink.connections == 1

    def test_a_subject_writes_no_headers(self, sink, aino):
        from participation.core import outbox

        outbox.register_kind("tests.bad", lambda mail: outbox.Message("A\r\nBcc: x@y.fi", "B"))
        from django.db import transaction

        with transaction.atomic():
            outbox.post(mark="x", kind="tests.bad", person=aino)
        sending.send_waiting()
        outbox._renderers.pop("tests.bad")
        assert sink.mails[0]["Bcc"] is None
        assert sink.mails[0]["Subject"] == "A Bcc: x@y.fi"
