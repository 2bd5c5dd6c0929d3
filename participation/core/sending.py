"""Sending what waits in the outbox: by the worker soon after the commit, else by the clock.

Outside every transaction, one mail after the other over one connection. A mail is claimed
for a while, sent, and marked afterwards: two processes do not send one, and what dies in
between is sent once more with the same Message-ID.
"""

import logging
import time
from contextlib import suppress
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import translation

from . import bounces, clock, conf, outbox, returned
from .mail_errors import Judgement, Verdict, judge
from .models import Fate, OutgoingMail
from .models.outgoing import MOST_ATTEMPTS

logger = logging.getLogger(__name__)
#: The clock's job; what posts mails asks for it soon.
JOB = outbox.JOB
AT_ONCE = 200
#: A round ends here, so that the clock's other jobs have their turn.
MOST_SECONDS = 45
LONGEST_WAIT = timedelta(hours=6)
#: A server that refuses so many in a row is left alone until the next round.
MOST_FAILURES = 5
USUAL_TIMEOUT = 10
TOO_LATE = timedelta(hours=1)


class _AwayError(Exception):
    """The mail server cannot be reached, or does not let us in."""


class _Line:
    """One connection for a round, opened when there is something to say."""

    def __init__(self) -> None:
        timeout = getattr(settings, "EMAIL_TIMEOUT", None) or USUAL_TIMEOUT
        self.connection = get_connection(timeout=timeout)
        self.is_open = False

    def send(self, message: EmailMessage) -> None:
        self._open()
        message.connection = self.connection
        message.send()

    def _open(self) -> None:
        if self.is_open:
            return
        try:
            self.connection.open()
        except (OSError, ValueError) as error:
            self._hang_up()
            raise _AwayError(judge(error).said) from error
        self.is_open = True

    def close(self) -> None:
        if self.is_open:
            self.is_open = False
            self._hang_up()

    def _hang_up(self) -> None:
        # A server that is gone cannot be taken leave of.
        with suppress(OSError):
            self.connection.close()


def send_waiting(limit: int = AT_ONCE) -> int:
    """Send what is due; returns how many mails went out. What fails waits, each time longer."""
    ends = time.monotonic() + MOST_SECONDS
    now = clock.now()
    _give_up(now)
    waiting = OutgoingMail.objects.due(now).select_related("person__user")
    line, sent, failures = _Line(), 0, 0
    try:
        for mail in waiting[:limit]:
            if failures >= MOST_FAILURES or time.monotonic() > ends:
                break
            if _claim(mail):
                went = _deliver(mail, line)
                sent += went is True
                failures = failures + 1 if went is None else 0
    except _AwayError as away:
        logger.warning("The mail server is away: %s", away)
    finally:
        line.close()
    return sent


def _claim(mail: OutgoingMail) -> bool:
    """Take the mail for this process; the next try waits twice as long as this one did."""
    now = clock.now()
    rows = OutgoingMail.objects.due(now).filter(pk=mail.pk, attempts=mail.attempts).order_by()
    return bool(rows.update(attempts=mail.attempts + 1, not_before=now + pause(mail)))


def pause(mail: OutgoingMail) -> timedelta:
    """How long a mail rests after this try: doubled each time, spread by up to a quarter.

    The spread depends on the mail alone: mails that failed together do not come back together.
    """
    lease = timedelta(seconds=conf.get("MAIL_LEASE_SECONDS"))
    spread = (mail.pk * 7919 % 100) / 400
    return min(lease * 2**mail.attempts, LONGEST_WAIT) * (1 + spread)


def _deliver(mail: OutgoingMail, line: _Line) -> bool | None:
    """Whether it went out; False: there was nothing to send any more; None: it failed."""
    address = outbox.address_of(mail)
    try:
        message = _written(mail, address)
        if message is not None:
            line.send(message)
    except _AwayError as away:
        _rest(mail, str(away))
        raise
    except Exception as error:  # whatever it is, the next mail goes all the same
        _failed(mail, address, judge(error), line)
        return None
    _done(mail, Fate.SENT if message else Fate.DROPPED)
    return message is not None


def _written(mail: OutgoingMail, address: str) -> EmailMessage | None:
    """The mail as it reads now; None without a receiver or anything to tell."""
    if not address or bounces.is_distrusted(address):
        return None
    with translation.override(outbox.language_of(mail)):
        message = outbox.render(mail)
    if message is None:
        return None
    return EmailMessage(
        " ".join(message.subject.split()),
        message.text.strip() + "\n",
        # The envelope's sender, to which it would come back; readers see "From".
        from_email=returned.sender_of(mail) or None,
        to=[address],
        headers={
            "From": settings.DEFAULT_FROM_EMAIL,
            "Message-ID": f"<{mail.pk}.{mail.created_at:%Y%m%d%H%M%S}@{_host()}>",
            "Auto-Submitted": "auto-generated",
            **message.headers,
        },
    )


def _failed(mail: OutgoingMail, address: str, judged: Judgement, line: _Line) -> None:
    logger.warning("Mail %s (%s) was not sent: %s", mail.pk, mail.kind, judged.said)
    if judged.is_cut:
        line.close()
    if judged.verdict is Verdict.BOUNCED:
        bounces.note(mail, address, judged.said)
    elif judged.verdict is Verdict.REFUSED or mail.attempts + 1 >= MOST_ATTEMPTS:
        _done(mail, Fate.FAILED, judged.said)
    else:
        OutgoingMail.objects.filter(pk=mail.pk, fate=Fate.WAITING).update(error=judged.said)


def _rest(mail: OutgoingMail, said: str) -> None:
    """The server is away: no fault of the mail's, so this was none of its tries."""
    OutgoingMail.objects.filter(pk=mail.pk, fate=Fate.WAITING).update(
        attempts=mail.attempts, error=said
    )


def _done(mail: OutgoingMail, fate: Fate, error: str = "") -> None:
    """Say what came of it. What failed keeps its address: staff may have it tried again."""
    wiped = {} if fate == Fate.FAILED else {"address": ""}
    OutgoingMail.objects.filter(pk=mail.pk, fate=Fate.WAITING).update(
        fate=fate, done_at=clock.now(), error=error, **wiped
    )


def _give_up(now: datetime) -> None:
    OutgoingMail.objects.given_up(now).update(fate=Fate.FAILED, done_at=now)


def forget_done() -> int:
    """Delete mails that were done RAATI_MAIL_DAYS ago; returns how many."""
    limit = clock.now() - timedelta(days=conf.get("MAIL_DAYS"))
    return OutgoingMail.objects.filter(done_at__lt=limit).delete()[0]


def check() -> None:
    """For the health page: RuntimeError while mails wait that should have gone an hour ago."""
    if OutgoingMail.objects.late(clock.now() - TOO_LATE).exists():
        raise RuntimeError("Mails have been waiting for more than an hour.")


def _host() -> str:
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
