"""The code in a letter: nine digits, kept only as a keyed digest."""

import hmac
import re
import secrets
import unicodedata

from django.utils.crypto import salted_hmac

DIGITS = 9
GROUP = 3


def new_code() -> str:
    return "".join(secrets.choice("0123456789") for _digit in range(DIGITS))


def grouped(code: str) -> str:
    """As it is printed: 123 456 789."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def typed(value: str) -> str:
    """The digits of what somebody typed, however grouped; "" when it can be no code."""
    folded = unicodedata.normalize("NFKC", value)
    digits = re.sub(r"[\s.\-\u2010-\u2015]", "", folded)
    return digits if re.fullmatch(rf"[0-9]{{{DIGITS}}}", digits) else ""


def digest(letter_id: str, code: str) -> str:
    """Bound to its letter: one list of all codes fits none."""
    return salted_hmac("raati.letter", f"{letter_id}:{code}", algorithm="sha256").hexdigest()


def fits(letter_id: str, code: str, expected: str) -> bool:
    return bool(expected) and hmac.compare_digest(digest(letter_id, code), expected)
