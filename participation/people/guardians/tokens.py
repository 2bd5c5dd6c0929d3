"""The two addresses of a consent: the child's page and the guardian's. Keyed, nothing is stored."""

import hmac

from django.conf import settings
from django.utils.crypto import salted_hmac

from ..models import GuardianConsent

CHILD, GUARDIAN = "child", "guardian"
_LENGTH = 32


def token(consent: GuardianConsent, whose: str) -> str:
    """What stands in the address; a guardian's ends when another address is written to."""
    return f"{consent.public_id}-{_mark(consent, whose)}"


def _mark(consent: GuardianConsent, whose: str, secret: str = "") -> str:
    about = f"{consent.public_id}\0{consent.guardian_email if whose == GUARDIAN else ''}"
    key = secret or settings.SECRET_KEY
    made = salted_hmac(f"raati.consent.{whose}", about, secret=key, algorithm="sha256")
    return made.hexdigest()[:_LENGTH]


def find(given: str, whose: str) -> GuardianConsent | None:
    """The consent whose address this is."""
    public_id, _dash, mark = given.partition("-")
    rows = GuardianConsent.objects.select_related("person__user")
    consent = rows.filter(public_id=public_id[:20], person__erased_at=None).first()
    if consent is None or (whose == GUARDIAN and not consent.guardian_email):
        return None
    # A guardian's address is good for years: it outlives a change of the key.
    known = [_mark(consent, whose, key) for key in ("", *settings.SECRET_KEY_FALLBACKS)]
    return consent if any(hmac.compare_digest(each, mark) for each in known) else None
