"""The letters: to the guardian, and to the child when a guardian has said yes."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from participation.core import outbox
from participation.core.models import OutgoingMail
from participation.core.outbox import Message
from participation.core.signing_in import sign_in_address
from participation.core.when import day_text

from .. import conf, levels
from ..models import GuardianConsent
from .actions import last_day
from .tokens import GUARDIAN, token


def _consent(mail: OutgoingMail) -> GuardianConsent | None:
    rows = GuardianConsent.objects.filter(public_id=mail.data.get("consent", ""))
    return rows.select_related("person__user").first()


def _context(consent: GuardianConsent) -> dict[str, object]:
    last = last_day(consent)
    page = reverse("raati_people:guardian", args=[token(consent, GUARDIAN)])
    return {
        "site": settings.WAGTAIL_SITE_NAME,
        "age": conf.get("CONSENT_AGE"),
        "account": masked(levels.address_of(consent.person.user)),
        "address": outbox.absolute(page) if consent.guardian_email else "",
        "sign_in": outbox.absolute(sign_in_address("/")),
        "last_day": day_text(last) if last else "",
    }


def masked(address: str) -> str:
    """So much of the child's address that a guardian knows it, and a stranger does not."""
    local, _at, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain[:1]}…" if local else ""


def write_letter(mail: OutgoingMail) -> Message | None:
    """To the guardian; None once somebody has answered or another address was given."""
    consent = _consent(mail)
    if consent is None or consent.is_in_force or mail.address != consent.guardian_email:
        return None
    text = render_to_string("raati_people/guardians/letter.txt", _context(consent))
    return Message(_("A child asks for your permission to take part"), text)


def write_answered(mail: OutgoingMail) -> Message | None:
    """To the guardian: that they have said yes, and how to take it back."""
    consent = _consent(mail)
    if consent is None or not consent.is_in_force or mail.address != consent.guardian_email:
        return None
    text = render_to_string("raati_people/guardians/answered.txt", _context(consent))
    return Message(_("You have given your permission"), text)


def write_child_in(mail: OutgoingMail) -> Message | None:
    consent = _consent(mail)
    if consent is None or not consent.is_in_force:
        return None
    text = render_to_string("raati_people/guardians/child_in.txt", _context(consent))
    return Message(_("You can take part now"), text)
