"""Letters with codes: asked by a resident, printed by the desk, used by the resident.

The address is forgotten as soon as the letter is used, old or taken back.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.policies import require, require_member
from participation.core.rules import RuleBroken
from participation.core.when import days_later

from . import letters_codes
from .models import Letter, Method, Verification
from .verifying import attest, require_account, require_consistent, require_desk
from .verifying_conf import letter_days
from .verifying_facts import Facts, of

MOST_TRIES = 5
#: So many letters to one person in so many days: paper costs, and codes are guessed.
MOST_LETTERS, WITHIN = 3, timedelta(days=180)
#: A letter that nobody printed in so many days is forgotten.
WAITS = timedelta(days=60)


@dataclass(frozen=True)
class Address:
    """Whom and where the post finds."""

    name: str
    street: str
    postcode: str
    town: str


@dataclass(frozen=True)
class Answer:
    """What came of a typed code: a proof, or how many tries are left."""

    proof: Verification | None = None
    tries_left: int = 0


def open_letter(person: Person | None) -> Letter | None:
    """The letter that is on its way, for showing."""
    rows = Letter.objects.filter(person=person, done_at=None).filter(_usable(clock.glance()))
    return rows.first() if person is not None else None


def _usable(at: datetime) -> Q:
    return Q(expires_at=None) | Q(expires_at__gt=at)


@action("people.ask_letter")
def ask_letter(*, actor: Actor, address: Address, language: str) -> Letter:
    """Ask for a letter with a code to one's own address."""
    require_member(actor)
    assert actor.person is not None
    person = Person.objects.select_for_update().get(pk=actor.person.pk)
    now = clock.now()
    _close(Letter.objects.filter(person=person, done_at=None, expires_at__lte=now), now)
    if Letter.objects.filter(person=person, done_at=None).exists():
        raise RuleBroken("waiting", _("A letter to you is on its way already."))
    if Letter.objects.filter(person=person, asked_at__gt=now - WITHIN).count() >= MOST_LETTERS:
        raise RuleBroken(
            "letters", _("You have asked for many letters lately. Please visit the service desk.")
        )
    return Letter.objects.create(
        person=person,
        language=language,
        asked_at=now,
        name=address.name,
        street=address.street,
        postcode=address.postcode,
        town=address.town,
    )


@action("people.print_letter")
def print_letter(*, actor: Actor, letter: Letter, facts: Facts) -> tuple[Letter, str]:
    """Make the code, which nobody can ask for again; a second print makes a new one.

    `facts` are what the official found in the population register for this name and address.
    """
    require_desk(actor)
    row = _locked(letter)
    require(
        actor.person is None or actor.person.pk != row.person_id,
        _("Nobody can verify themselves. Ask a colleague."),
    )
    require_account(row.person)
    require_consistent(facts)
    code = letters_codes.new_code()
    row.printed_at = clock.now()
    row.printed_by = actor.person
    row.code_digest = letters_codes.digest(row.public_id, code)
    row.tries = 0
    row.expires_at = days_later(row.printed_at, letter_days())
    for name, value in facts.common().items():
        setattr(row, name, value)
    row.save()
    audit.record(actor, row.person, "people.print_letter", letter=row.public_id)
    return row, code


@action("people.cancel_letter")
def cancel_letter(*, actor: Actor, letter: Letter, reason: str = "") -> None:
    """Take the letter back: whoever asked for it, or the desk with a reason."""
    is_own = actor.is_member and actor.person is not None and actor.person.pk == letter.person_id
    if not is_own:
        require_desk(actor)
        if not reason.strip():
            raise RuleBroken("reason", _("Write the reason."))
    row = Letter.objects.select_for_update().get(pk=letter.pk)
    if row.done_at is not None:
        return
    _close(Letter.objects.filter(pk=row.pk), clock.now())
    if not is_own:
        audit.record(
            actor, row.person, "people.cancel_letter", letter=row.public_id, reason=reason.strip()
        )


@action("people.use_letter_code")
def use_letter_code(*, actor: Actor, code: str) -> Answer:
    """Type the code from one's letter. A wrong one is an answer, not a refusal: it counts."""
    require_member(actor)
    assert actor.person is not None
    now = clock.now()
    row = Letter.objects.select_for_update().filter(person=actor.person, done_at=None).first()
    if row is None or not row.code_digest:
        raise RuleBroken("no_letter", _("There is no letter to you whose code could be used."))
    if row.expires_at is None or row.expires_at <= now:
        raise RuleBroken("expired", _("The code is too old. Ask for a new letter."))
    typed = letters_codes.typed(code)
    if not typed:
        raise RuleBroken("code", _("The code has nine digits. Write them as they stand there."))
    if letters_codes.fits(row.public_id, typed, row.code_digest):
        proof = attest(row.person, Method.LETTER, of(row), by=row.printed_by)
        _close(Letter.objects.filter(pk=row.pk), now)
        return Answer(proof=proof)
    row.tries += 1
    row.save(update_fields=["tries"])
    if row.tries >= MOST_TRIES:
        _close(Letter.objects.filter(pk=row.pk), now)
    return Answer(tries_left=MOST_TRIES - row.tries)


def _locked(letter: Letter) -> Letter:
    row = Letter.objects.select_for_update().get(pk=letter.pk)
    if row.done_at is not None:
        raise RuleBroken("done", _("This letter has been used, taken back or grown too old."))
    return row


def _close(rows: QuerySet[Letter], now: datetime) -> int:
    """The letters are over: no address, no code, nothing attested."""
    return rows.update(
        done_at=now,
        name="",
        street="",
        postcode="",
        town="",
        code_digest="",
        status="",
        area=None,
        born_from=None,
        born_to=None,
    )


def forget_old_letters() -> int:
    """Close letters whose code is too old or that were never printed; how many."""
    now = clock.now()
    old = Q(expires_at__lte=now) | Q(printed_at=None, asked_at__lte=now - WAITS)
    with transaction.atomic():
        return _close(Letter.objects.filter(old, done_at=None), now)


def waiting() -> int:
    """How many letters wait to be printed."""
    return Letter.objects.filter(done_at=None, printed_at=None).count()
