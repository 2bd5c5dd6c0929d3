"""Handing an initiative over to the case-management system: written down before it leaves."""

from dataclasses import dataclass

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import RuleBroken

from .. import policies
from ..models import Contact, Entry, Initiative, Signature
from ..rules import NOT_DELIVERED


@dataclass(frozen=True)
class Dossier:
    """Everything that the registry gets of one initiative."""

    initiative: Initiative
    contact: Contact
    signatures: list[Signature]
    entries: list[Entry]


@action("initiatives.export")
def export_initiative(*, actor: Actor, initiative: Initiative) -> Dossier:
    """Read the maker's details and the signers' names, and log that somebody did."""
    policies.may_handle(actor, initiative)
    initiative = Initiative.objects.with_numbers().get(pk=initiative.pk)
    if initiative.delivered_at is None:
        raise RuleBroken("state", NOT_DELIVERED)
    signatures = list(initiative.signatures.order_by("name", "municipality", "pk"))
    audit.record(actor, initiative, "initiatives.export", signatures=len(signatures))
    return Dossier(initiative, initiative.contact, signatures, list(initiative.entries.all()))
