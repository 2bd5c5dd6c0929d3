"""Removing signatures that are not people's own: in the open, with the reason."""

from collections.abc import Collection

from django.db.models import F

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import Initiative, Signature, SignatureRemoval
from .locking import locked


@action("initiatives.remove_signatures")
def remove_signatures(
    *, actor: Actor, initiative: Initiative, persons: Collection[Person], reason: str
) -> SignatureRemoval:
    """Take these persons' signatures off, before the delivery; never the maker's own.

    The page says how many, when and why. What was reached stays reached: the law's clock knows
    no way back.
    """
    policies.may_hide(actor, initiative)
    reason = clean_text(reason)
    # Exclusive: signatures in flight are waited for, so that the count is right.
    Component.objects.select_for_update(no_key=True).get(pk=initiative.component_id)
    rows = Signature.objects.filter(initiative=initiative, person__in=persons)
    rows = rows.exclude(person=initiative.author)
    residents = rows.filter(is_resident=True).count()
    removed, _by_model = rows.delete()
    initiative = locked(initiative)
    rules.require_gathering(initiative)
    rules.require_removal(removed, reason)
    Initiative.objects.filter(pk=initiative.pk).update(
        signature_count=F("signature_count") - removed,
        resident_count=F("resident_count") - residents,
    )
    removal = SignatureRemoval.objects.create(
        initiative=initiative, at=clock.now(), count=removed, reason=reason, by=actor.person
    )
    audit.record(actor, initiative, "initiatives.remove_signatures", count=removed, reason=reason)
    signals.signatures_removed.tell(
        subject=initiative, component=initiative.component, count=removed
    )
    initiative.refresh_from_db(fields=["signature_count", "resident_count"])
    if initiative.is_visible:
        announce.changed(initiative)
        announce.counted(initiative)
    return removal
