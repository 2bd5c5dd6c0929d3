"""What became of a report, for whoever sent it: no name, and no word of what was reported.

Its address is a secret that only the reporter got: it needs no account, and expires.
"""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import conf
from .models import Case, Decision, Report, What

TEXTS: dict[str, str | Promise] = {
    What.LEAVE: _("Moderators looked at it. It stays as it is."),
    What.APPROVE: _("Moderators looked at it. It stays as it is."),
    What.HIDE: _("It broke the rules. It is no longer shown."),
    What.RESTORE: _("After another look it is shown again."),
    What.REDACT: _("A part of it was taken out."),
}
DONE = _("Moderators did something about it.")
GONE = _("Its author took it away.")


def last_decision(case: Case) -> Decision | None:
    return case.decisions.order_by("-at", "-pk").first()


def text_of(case: Case) -> str | Promise:
    """The outcome in a sentence; "" while nobody has decided."""
    decision = last_decision(case)
    if decision is not None:
        return TEXTS.get(decision.what, DONE)
    return GONE if case.closed_at else ""


def address_of(report: Report) -> str:
    return reverse("raati_moderation:reported", args=[report.public_id, _proof(report.public_id)])


def is_proof(public_id: str, proof: str) -> bool:
    return constant_time_compare(proof, _proof(public_id))


def _proof(public_id: str) -> str:
    return salted_hmac("raati.moderation.reported", public_id).hexdigest()[:32]


def expires_at(case: Case) -> datetime | None:
    """When the secret address ends; None while somebody has still to decide."""
    if case.closed_at is None:
        return None
    decision = last_decision(case)
    latest = max(case.closed_at, decision.at) if decision else case.closed_at
    return latest + timedelta(days=conf.get("REPORT_LINK_DAYS"))
