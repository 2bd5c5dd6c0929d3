"""Handing an initiative over to the case-management system: written down before it leaves."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import policies
from ..models import Contact, Entry, Initiative, Original, Signature
from ..rules import NOT_DELIVERED

REASON_LENGTH = 200


@dataclass(frozen=True)
class Dossier:
    """Everything that the registry gets of one initiative."""

    initiative: Initiative
    contact: Contact
    signatures: list[Signature]
    entries: list[Entry]
    #: Set where a moderator took words off the page: the registry's document is the whole one.
    original: Original | None = None

    @property
    def title(self) -> str:
        return (self.original or self.initiative).title

    @property
    def text(self) -> str:
        return (self.original or self.initiative).text


@action("initiatives.export")
def export_initiative(*, actor: Actor, initiative: Initiative, reason: str) -> Dossier:
    """Read the maker's details and the signers' names, and log who did, and what for."""
    policies.may_handle(actor, initiative)
    reason = clean_text(reason)[:REASON_LENGTH]
    if not reason:
        raise RuleBroken("reason", _("Tell what the file is needed for: the log keeps it."))
    initiative = Initiative.objects.with_numbers().get(pk=initiative.pk)
    if initiative.delivered_at is None:
        raise RuleBroken("state", NOT_DELIVERED)
    signatures = list(initiative.signatures.order_by("name", "municipality", "pk"))
    audit.record(actor, initiative, "initiatives.export", signatures=len(signatures), reason=reason)
    entries = list(initiative.entries.all())
    original = Original.objects.filter(initiative=initiative).first()
    return Dossier(initiative, initiative.contact, signatures, entries, original)
