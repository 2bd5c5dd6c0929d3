"""Checking who somebody is: at the desk, by an identity service; and taking a proof back.

Letters are in letters.py. Every way ends in `attest`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.facts import FactSignal
from participation.core.models import Person
from participation.core.policies import require, require_member
from participation.core.roles import Role, has_role, is_administrator
from participation.core.rules import RuleBroken
from participation.core.when import days_later

from . import identity
from .birth import age_on
from .guardians.actions import note_age, put_to_sleep
from .guardians.ages import is_child
from .models import Method, Verification
from .verifying_ages import is_possible
from .verifying_conf import verification_days
from .verifying_facts import Facts, of

person_verified = FactSignal("person_verified")
verification_revoked = FactSignal("verification_revoked")

#: A sign-in by the same service within so many days makes no new proof if it says the same.
RENEWED_AFTER_DAYS = 30
#: Within which the same official's same proof is the same press of a button.
SENT_AGAIN = timedelta(minutes=10)
REASON_LENGTH = 300


def works_at_desk(actor: Actor) -> bool:
    """Whether the actor checks identities: the service desk and administrators."""
    return is_administrator(actor) or has_role(actor, Role.SERVICE_DESK)


def require_desk(actor: Actor) -> None:
    require(works_at_desk(actor), _("Only the service desk can do this."))


def require_account(person: Person) -> None:
    """RuleBroken for somebody without an account: a tombstone proves nothing."""
    if person.user_id is None or person.erased_at is not None:
        raise RuleBroken("account", _("This person has no account any more."))


def require_consistent(facts: Facts) -> None:
    if not is_possible(facts.born):
        raise RuleBroken("age", _("Nobody can be of all these ages at once."))


@action("people.verify_at_desk")
def verify_at_desk(
    *, actor: Actor, person: Person, facts: Facts, saw_document: bool
) -> Verification:
    """An official saw an identity document and attests what it and the register say.

    Sent twice in a row it is one proof.
    """
    require_desk(actor)
    require(
        actor.person is None or actor.person.pk != person.pk,
        _("Nobody can verify themselves. Ask a colleague."),
    )
    require_account(person)
    require_consistent(facts)
    if not saw_document:
        raise RuleBroken("document", _("Look at an identity document first, and tick that."))
    Person.objects.select_for_update().get(pk=person.pk)
    just_now = Verification.objects.filter(
        person=person,
        method=Method.DESK,
        by=actor.person,
        revoked_at=None,
        at__gt=clock.now() - SENT_AGAIN,
    )
    last = just_now.order_by("-at").first()
    if last is not None and of(last) == facts:
        return last
    proof = attest(person, Method.DESK, facts, by=actor.person)
    audit.record(actor, person, "people.verify_at_desk", **_logged(facts))
    return proof


@action("people.verify_by_claims")
def verify_by_claims(
    *, actor: Actor, provider: str, facts: Facts, known_as: Sequence[str]
) -> Verification | None:
    """An identity service told who the member is; `known_as` are the identifier's digests.

    IdentityTaken when this natural person has verified another account. None where the proof
    in force says the same already. A newer proof replaces the older one of the same service:
    two one-year intervals of birth together would tell the birthday.
    """
    require_member(actor)
    assert actor.person is not None
    person = Person.objects.select_for_update().get(pk=actor.person.pk)
    require_account(person)
    identity.claim(person, known_as)
    now = clock.now()
    earlier = Verification.objects.filter(
        person=person, method=Method.PROVIDER, provider=provider, revoked_at=None
    )
    last = earlier.in_force(now).order_by("-at").first()
    if last is not None and not _says_more(last, facts, now):
        return None
    earlier.in_force(now).update(until=now)
    earlier.update(born_from=None, born_to=None)
    return attest(person, Method.PROVIDER, facts, provider=provider)


def _says_more(last: Verification, facts: Facts, now: datetime) -> bool:
    """Whether the new proof is worth a row: other facts, another age, or the old one is old."""
    if (now - last.at).days >= RENEWED_AFTER_DAYS:
        return True
    before = of(last)
    if _but_age(before) != _but_age(facts):
        return True
    return _years(before, last.at) != _years(facts, now)


def _but_age(facts: Facts) -> tuple[str, ...]:
    return (facts.status, facts.school, facts.school_role, facts.class_level)


def _years(facts: Facts, at: datetime) -> int | None:
    latest = facts.born.latest
    return age_on(latest, timezone.localdate(at)) if latest else None


@action("people.revoke_verification")
def revoke_verification(
    *, actor: Actor, verification: Verification, reason: str, release: bool = False
) -> Verification:
    """Take a proof back, with the reason for the log.

    With `release` the natural person may verify another account, which takes this one's place.
    """
    require_desk(actor)
    if not reason.strip():
        raise RuleBroken("reason", _("Write the reason."))
    proof = Verification.objects.select_for_update().get(pk=verification.pk)
    if proof.revoked_at is None:
        proof.revoked_at = clock.now()
        proof.save(update_fields=["revoked_at"])
        audit.record(
            actor,
            proof.person,
            "people.revoke_verification",
            reason=reason.strip()[:REASON_LENGTH],
            released=release,
        )
        verification_revoked.tell(subject=proof)
    if release:
        identity.release_identity(proof.person)
    return proof


def attest(
    person: Person,
    method: Method,
    facts: Facts,
    *,
    provider: str = "",
    by: Person | None = None,
) -> Verification:
    """Write the proof and tell it, inside the caller's transaction."""
    now = clock.now()
    proof = Verification.objects.create(
        person=person,
        method=method,
        provider=provider,
        at=now,
        until=days_later(now, verification_days()),
        by=by,
        **facts.columns(),
    )
    person_verified.tell(subject=proof, at=now)
    if is_child(facts.born, timezone.localdate(now)):
        put_to_sleep(person, facts.born)
    note_age(person, facts.born)
    return proof


def _logged(facts: Facts) -> dict[str, str]:
    """What of the facts the log keeps: that something was attested, and the area."""
    told = {"status": facts.status, "area": facts.area.slug if facts.area else ""}
    told["age"] = "attested" if facts.born.earliest or facts.born.latest else ""
    return {name: value for name, value in told.items() if value}
