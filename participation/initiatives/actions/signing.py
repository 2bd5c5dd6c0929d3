"""Signing an initiative and taking the signature back. Both may be repeated.

The lock order of core/README.md: the component shared, the signature (its unique
constraint lets one through), the initiative's counters and with them its row, the
crossing last. Whoever raises the counter holds the row: of all signers at once
exactly one finds the share just reached.
"""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.eligibility import require as require_eligible
from participation.core.models import Person
from participation.core.openness import require_open
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import SIGN, Crossing, Initiative, Signature, State
from ..threshold import threshold_of


@action("initiatives.sign")
def sign_initiative(
    *,
    actor: Actor,
    initiative: Initiative,
    name: str,
    municipality: str,
    is_resident: bool,
    source: str = "",
) -> bool:
    """Put one's name under it; returns whether it is new. Signing twice is signing once.

    `source` is a keyed hash of where it came from (guards.source_mark).
    """
    policies.may_sign(actor, initiative)
    assert actor.person is not None
    name, municipality = clean_text(name), clean_text(municipality)
    rules.require_signer(name, municipality)
    require_eligible(actor, require_open(initiative.component, SIGN))
    made = put_signature(
        initiative,
        actor.person,
        name=name,
        municipality=municipality,
        is_resident=is_resident,
        source=source,
    )
    if made:
        announce.counted(initiative)
    return made


def put_signature(
    initiative: Initiative,
    person: Person,
    *,
    name: str,
    municipality: str,
    is_resident: bool,
    source: str = "",
) -> bool:
    """Store and count it, inside an action; the share may be reached with it."""
    _signature, made = Signature.objects.get_or_create(
        initiative=initiative,
        person=person,
        defaults={
            "name": name,
            "municipality": municipality,
            "is_resident": is_resident,
            "at": clock.now(),
            "source": source,
        },
    )
    if not made:
        return False
    _count(initiative, 1, is_resident=is_resident)
    signals.initiative_signed.tell(subject=initiative, component=initiative.component)
    _note_crossing(initiative)
    return True


def _count(initiative: Initiative, by: int, *, is_resident: bool) -> None:
    """Move the counters of an initiative that gathers; the row is held from here on."""
    rows = Initiative.objects.filter(pk=initiative.pk, state=State.GATHERING, withdrawn_at=None)
    if by > 0:
        rows = rows.visible()
    if not rows.update(
        signature_count=F("signature_count") + by,
        resident_count=F("resident_count") + (by if is_resident else 0),
    ):
        raise RuleBroken("state", _("Signatures are no longer gathered for this initiative."))


def _note_crossing(initiative: Initiative) -> None:
    """If the share has just been reached, write it down with the numbers of today."""
    threshold = threshold_of(initiative.component)
    if threshold is None:
        return
    count = Initiative.objects.values_list("resident_count", flat=True).get(pk=initiative.pk)
    if count < threshold.needed:
        return
    _crossing, made = Crossing.objects.get_or_create(
        initiative=initiative,
        defaults={
            "at": clock.now(),
            "needed": threshold.needed,
            "residents": threshold.residents,
            "residents_on": threshold.residents_on,
            "share": threshold.share,
        },
    )
    if made:
        signals.initiative_reached.tell(
            subject=initiative, component=initiative.component, needed=threshold.needed
        )
        announce.changed(initiative)


@action("initiatives.withdraw_signature")
def withdraw_signature(*, actor: Actor, initiative: Initiative) -> bool:
    """Take one's name away before the delivery; returns whether there was one.

    Also from a hidden initiative. What was reached stays reached. The maker
    withdraws the initiative instead.
    """
    policies.may_take_back_signature(actor, initiative)
    require_open(initiative.component, SIGN)
    rows = Signature.objects.select_for_update(no_key=True)
    signature = rows.filter(initiative=initiative, person=actor.person).first()
    if signature is None:
        return False
    signature.delete()
    _count(initiative, -1, is_resident=signature.is_resident)
    signals.signature_withdrawn.tell(subject=initiative, component=initiative.component)
    announce.counted(initiative)
    return True
