"""What a mail server's refusal means: try again, give up, or leave the address alone."""

import re
import smtplib
from dataclasses import dataclass
from enum import Enum

_ENHANCED = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
#: Replies to RCPT that say: there is no such mailbox. 552 is a full one, which empties again.
_NO_MAILBOX = {550, 551, 553, 554}


class Verdict(Enum):
    LATER = "later"
    #: There is no such mailbox.
    BOUNCED = "bounced"
    #: This mail will never be taken.
    REFUSED = "refused"


@dataclass(frozen=True)
class Judgement:
    verdict: Verdict
    #: In codes only: what a server says often repeats the address.
    said: str
    #: Whether the next mail has to be sent over a new connection.
    is_cut: bool = False


def judge(error: Exception) -> Judgement:
    """What is to be done after sending one mail failed like this."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        replies = [_reply(*reply) for reply in error.recipients.values()]
        code, enhanced = replies[0] if replies else (0, "")
        return Judgement(_of_receiver(code, enhanced), _said(error, code, enhanced))
    if isinstance(error, smtplib.SMTPResponseException):
        code, enhanced = _reply(error.smtp_code, error.smtp_error)
        is_cut = isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPHeloError)
        return Judgement(_of_mail(error, code, enhanced), _said(error, code, enhanced), is_cut)
    return Judgement(Verdict.LATER, type(error).__name__, isinstance(error, OSError))


def _reply(code: int, text: bytes | str) -> tuple[int, str]:
    """The code and the enhanced code (RFC 3463), "" where the server gives none."""
    words = text.decode("ascii", "replace") if isinstance(text, bytes) else str(text)
    found = _ENHANCED.search(words)
    return code, found.group(1) if found else ""


def _of_receiver(code: int, enhanced: str) -> Verdict:
    """5.1.x: no such mailbox. 5.7.x and the like speak of us or of the day, not of the address."""
    if enhanced:
        return Verdict.BOUNCED if enhanced.startswith("5.1.") else Verdict.LATER
    return Verdict.BOUNCED if code in _NO_MAILBOX else Verdict.LATER


def _of_mail(error: smtplib.SMTPResponseException, code: int, enhanced: str) -> Verdict:
    """A refused text is refused for ever; a refused sender or login is put right by an operator."""
    is_text = isinstance(error, smtplib.SMTPDataError) and code >= 500
    is_policy = enhanced.startswith("5.7.")
    return Verdict.REFUSED if is_text and not is_policy else Verdict.LATER


def _said(error: Exception, code: int, enhanced: str) -> str:
    return " ".join(part for part in (type(error).__name__, str(code), enhanced) if part)
