"""A child's account sleeps until a guardian says yes. The guardian never acts as the child.

Sleeping is Django's own `is_active`: nobody signs in, every open session ends, and no page has
to ask anything. What the child showed in public is held back by receivers of the facts.
"""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from participation.core import audit, clock, outbox
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.policies import require_member
from participation.core.roles import is_administrator
from participation.core.rules import RuleBroken

from .. import conf, levels, mailboxes
from ..birth import ANY_AGE, Born, years_before
from ..models import GuardianConsent, Way
from . import policies, signals
from .ages import grown_on

MOST_LETTERS = 3
LETTER, ANSWERED, CHILD_IN = "people.guardian", "people.guardian_answered", "people.child_in"


def has_consent(person: Person) -> bool:
    """Whether a guardian has said yes for this person."""
    return GuardianConsent.objects.filter(person=person, waits_since=None).exists()


def last_day(consent: GuardianConsent) -> date | None:
    """The day after which what is kept of the child is deleted; None while nothing waits."""
    if consent.waits_since is None:
        return None
    return timezone.localdate(consent.waits_since) + timedelta(days=conf.get("CONSENT_DAYS"))


@action("people.await_consent")
def await_consent(*, actor: Actor) -> GuardianConsent:
    """The member is a child, by their own word: from now on the account waits for a guardian."""
    require_member(actor)
    assert actor.person is not None
    return put_to_sleep(actor.person)


def put_to_sleep(person: Person, born: Born = ANY_AGE) -> GuardianConsent:
    """Let the account wait, inside the caller's transaction; nothing where a guardian said yes.

    RuleBroken("staff") for whoever works here: a mistyped year locks no administrator out.
    """
    person = Person.objects.select_for_update(of=("self",)).select_related("user").get(pk=person.pk)
    _require_no_staff(person)
    now = clock.now()
    consent, is_new = GuardianConsent.objects.get_or_create(
        person=person, defaults={"waits_since": now, "needed_until": grown_on(born)}
    )
    if consent.is_in_force:
        return consent
    _set_active(person.user, active=False)
    if is_new:
        signals.consent_needed.tell(subject=consent, at=now)
    return consent


def _require_no_staff(person: Person) -> None:
    works_here = getattr(person.user, "is_staff", False) or person.role_grants.in_force(clock.now())
    if works_here or is_administrator(Actor.member(person)):
        raise RuleBroken("staff", _("You work here: check the year of birth."))


def _set_active(user: Any, *, active: bool) -> None:
    if user is not None and user.is_active != active:
        user.is_active = active
        user.save(update_fields=["is_active"])


def _locked(consent: GuardianConsent) -> GuardianConsent:
    rows = GuardianConsent.objects.select_for_update(of=("self",))
    found = rows.select_related("person__user").filter(pk=consent.pk).first()
    if found is None or found.person.erased_at is not None:
        raise RuleBroken("gone", _("This account has been deleted."))
    return found


@action("people.ask_guardian")
def ask_guardian(*, actor: Actor, consent: GuardianConsent, email: str) -> GuardianConsent:
    """Write a letter to the guardian. Whoever has the child's own address of the page may."""
    consent = _locked(consent)
    if consent.is_in_force:
        raise RuleBroken("given", _("A guardian has said yes already."))
    if consent.letters >= MOST_LETTERS:
        raise RuleBroken("letters", _("We have written three letters. Ask a youth worker to help."))
    if mailboxes.digest(email) == mailboxes.digest(levels.address_of(consent.person.user)):
        words = _("This is your own address. Write the address of a grown-up who looks after you.")
        raise RuleBroken("email", words)
    consent.guardian_email, consent.letters = email, consent.letters + 1
    consent.save(update_fields=["guardian_email", "letters"])
    _post(consent, LETTER, address=email, number=consent.letters)
    return consent


@action("people.give_consent")
def give_consent(*, actor: Actor, consent: GuardianConsent) -> GuardianConsent:
    """The guardian says yes, with the link that only their mailbox has."""
    consent = _locked(consent)
    if not consent.is_in_force:
        _wake(actor, consent, Way.LETTER)
        _post(consent, ANSWERED, address=consent.guardian_email)
    return consent


@action("people.view_consent")
def view_consent(*, actor: Actor, consent: GuardianConsent) -> None:
    """A member of staff sees the whole address of a child's account: that is written down."""
    policies.require_facilitator(actor)
    audit.record(actor, consent.person, "people.view_consent")


@action("people.record_consent")
def record_consent(*, actor: Actor, consent: GuardianConsent, saw_paper: bool) -> GuardianConsent:
    """A member of staff has seen a paper that a guardian signed."""
    policies.require_facilitator(actor, consent)
    if not saw_paper:
        raise RuleBroken("paper", _("Look at the signed paper first, and tick that."))
    consent = _locked(consent)
    if not consent.is_in_force:
        consent.recorded_by = actor.person
        _wake(actor, consent, Way.PAPER)
    return consent


def _wake(actor: Actor, consent: GuardianConsent, way: Way) -> None:
    now = clock.now()
    consent.waits_since, consent.withdrawn_at = None, None
    consent.given_at, consent.way = now, way
    latest = years_before(timezone.localdate(now), -conf.get("CONSENT_AGE"))
    consent.needed_until = consent.needed_until or latest
    consent.save()
    _set_active(consent.person.user, active=True)
    audit.record(actor, consent.person, "people.give_consent", way=way.value)
    signals.consent_given.tell(subject=consent, at=now)
    _post(consent, CHILD_IN)


@action("people.withdraw_consent")
def withdraw_consent(*, actor: Actor, consent: GuardianConsent) -> GuardianConsent:
    """The guardian takes the consent back: the account sleeps, nothing of the child is shown."""
    consent = _locked(consent)
    if not consent.is_in_force:
        return consent
    now = clock.now()
    consent.waits_since = consent.withdrawn_at = now
    consent.save(update_fields=["waits_since", "withdrawn_at"])
    _set_active(consent.person.user, active=False)
    audit.record(actor, consent.person, "people.withdraw_consent")
    signals.consent_withdrawn.tell(subject=consent, at=now)
    return consent


def _post(consent: GuardianConsent, kind: str, *, address: str = "", number: int = 0) -> None:
    """Each step of each round is one mail."""
    at = consent.given_at.timestamp() if consent.given_at and not number else number
    outbox.post(
        mark=f"{kind}:{consent.public_id}:{at:.0f}",
        kind=kind,
        person=None if address else consent.person,
        address=address,
        language=(get_language() or "") if address else "",
        data={"consent": consent.public_id},
    )


def note_age(person: Person, born: Born) -> None:
    """What is known of the age tells when no consent is needed any more."""
    day = grown_on(born)
    if day is not None:
        GuardianConsent.objects.filter(person=person).update(needed_until=day)
