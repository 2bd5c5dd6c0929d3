"""E-mail addresses: one mailbox, one way of writing it."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 254
_is_address = EmailValidator()


def fold_email(value: str) -> str:
    """The address as it is stored and compared; never fails, whatever comes in.

    Full-width letters, ligatures, capitals and differently composed accents
    are one address, and so are `åland.fi` and `xn--land-goa.fi`: otherwise one
    mailbox would become two accounts. `ı` is not `i`: those are two mailboxes.
    """
    folded = _fold(_fold(value[: 4 * MAX_LENGTH])).strip()
    local, at, domain = folded.rpartition("@")
    if not at or (domain.isascii() and "xn--" not in domain):
        return folded
    try:
        return f"{local}@{domain.encode('idna').decode('idna')}"
    except UnicodeError:
        return folded


def _fold(value: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", value).casefold())


def clean_email(value: str) -> str:
    """The folded address, or ValidationError when no mail could reach it.

    Letters outside ASCII before the @ are refused: hardly any mail server
    takes them, and `mıke@` would be shown to staff as if it were `mike@`.
    """
    folded = fold_email(value)
    local = folded.rpartition("@")[0]
    refusal = ValidationError(
        _("Write the address in full, for example name@example.org."), code="invalid"
    )
    if len(folded) > MAX_LENGTH or not local.isascii() or folded != folded.lower():
        raise refusal
    try:
        _is_address(folded)
        folded.rpartition("@")[2].encode("idna")
    except (ValidationError, UnicodeError):
        raise refusal from None
    return folded
