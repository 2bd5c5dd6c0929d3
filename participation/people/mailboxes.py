"""Which addresses lead to one mailbox. The rules are written in docs/eligibility.md."""

import unicodedata

from django.utils.crypto import salted_hmac

#: Dots before the @ mean nothing there, and the second name is the same service.
DOTLESS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}
SEPARATOR = "+"


def mailbox(address: str) -> str:
    """The address in the one way of writing that all addresses of its mailbox share."""
    local, _at, domain = _fold(address).rpartition("@")
    domain = _ascii(domain)
    local = local.partition(SEPARATOR)[0] or local
    if domain in DOTLESS:
        local, domain = local.replace(".", "") or local, DOTLESS[domain]
    return f"{local}@{domain}"


def digest(address: str) -> str:
    """A keyed hash of the mailbox: two addresses of one mailbox have the same."""
    return salted_hmac("raati.mailbox", mailbox(address), algorithm="sha256").hexdigest()


def _fold(text: str) -> str:
    """Capitals, full-width letters, ligatures and composed accents are one way of writing."""
    once = unicodedata.normalize("NFKC", text.strip()).casefold()
    return unicodedata.normalize("NFKC", once)


def _ascii(domain: str) -> str:
    """The domain as machines write it; as it is where it cannot be written so."""
    try:
        return domain.rstrip(".").encode("idna").decode("ascii")
    except UnicodeError:
        return domain
