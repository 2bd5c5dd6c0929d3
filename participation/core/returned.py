"""Mails that come back later, as mails of their own (RFC 3464).

Where RAATI_RETURN_ADDRESS is set, each mail leaves with an envelope sender of its own,
`name+<mail>.<seal>@host`; a server that cannot deliver it writes there. Only who got the mail
knows the seal, and it speaks of that one mail: nobody can have us distrust somebody else's
address.
"""

from email import message_from_bytes, policy
from email.message import Message
from typing import cast

from django.utils.crypto import constant_time_compare, salted_hmac

from . import bounces, conf
from .models import Fate, OutgoingMail
from .outbox import address_of

_SEAL = 16


def sender_of(mail: OutgoingMail) -> str:
    """The envelope sender of this mail; "" where none is configured."""
    address = conf.get("RETURN_ADDRESS")
    name, at, host = address.rpartition("@")
    return f"{name}+{mail.pk}.{_seal(mail.pk)}@{host}" if at else ""


def take(raw: bytes, recipient: str = "") -> bool:
    """Read a mail that came to the return address; whether it said that one of ours is lost.

    `recipient`: the envelope's, where the mail server tells it; else the headers are read.
    A delay, an automatic reply, and what is not ours are False and change nothing.
    """
    message = message_from_bytes(raw, policy=policy.compat32)
    mail = _meant(message, recipient)
    report = _failure(message)
    if mail is None or report is None or mail.fate not in (Fate.SENT, Fate.WAITING):
        return False
    # Whose account has another address by now is not to blame for the old one.
    address = address_of(mail)
    named = str(report["Final-Recipient"] or "").rpartition(";")[2].strip().strip("<>")
    is_theirs = bool(address) and bounces.digest_of(named) == bounces.digest_of(address)
    bounces.note(mail, address if is_theirs else "", f"returned {_status(report)}")
    return True


def _seal(key: int) -> str:
    return salted_hmac("raati.returned", str(key)).hexdigest()[:_SEAL]


def _meant(message: Message, recipient: str) -> OutgoingMail | None:
    headers = ("X-Original-To", "Delivered-To", "Envelope-To", "To")
    found = [recipient] if recipient else [str(v) for h in headers for v in message.get_all(h, [])]
    for address in found:
        name = address.strip().strip("<>").rpartition("@")[0]
        key, _dot, seal = name.rpartition("+")[2].partition(".")
        is_number = key.isascii() and key.isdigit() and len(key) <= 18
        if is_number and constant_time_compare(seal.encode(), _seal(int(key)).encode()):
            return OutgoingMail.objects.select_related("person__user").filter(pk=key).first()
    return None


def _failure(message: Message) -> Message | None:
    """The part of a delivery report that says "for good", else None."""
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            for block in cast("list[Message]", part.get_payload()):
                is_for_good = str(block["Action"] or "").strip().casefold() == "failed"
                if is_for_good and _status(block).startswith("5."):
                    return block
    return None


def _status(block: Message) -> str:
    said = str(block["Status"] or "").split()
    return said[0][:12] if said and said[0].replace(".", "").isascii() else ""
