"""Entry codes: staff hand them out for one place, each lets one person take part there."""

import secrets

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from participation.core import audit, clock, guards
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.eligibility import asker_of
from participation.core.ids import ALPHABET
from participation.core.models import Component
from participation.core.policies import require_member
from participation.core.receipts import once
from participation.core.rounds import may_publish
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from ..models import EntryCode

LENGTH, GROUP = 9, 3
MOST = 500
BATCH_LENGTH = 80
MOST_TRIES, TRIES_SECONDS = 5, 15 * 60


def written(code: str) -> str:
    """The code as it is printed: in groups."""
    return "-".join(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def digest(text: str) -> str:
    """A keyed hash of the code, however it is typed."""
    code = "".join(letter for letter in text.casefold() if letter in ALPHABET)
    return salted_hmac("raati.entry_code", code, algorithm="sha256").hexdigest()


def _new() -> str:
    return "".join(secrets.choice(ALPHABET) for _letter in range(LENGTH))


def may_make_codes(actor: Actor, component: Component) -> None:
    """Whoever may publish the place's page decides who is let in."""
    if component.source_page is None:
        raise RuleBroken("no_page", _("The page of this place is gone."))
    may_publish(actor, component.source_page)


def require_own_codes(component: Component) -> None:
    """RuleBroken("above") where the codes are those of the page above."""
    asker = asker_of(component)
    if asker is not None and asker.key != component.key and asker.source_page is not None:
        words = _("Who may take part here is said on the page “%(page)s”. Make the codes there.")
        raise RuleBroken("above", words % {"page": asker.source_page.title})


@action("people.make_codes")
def make_codes(
    *, actor: Actor, component: Component, count: int, batch: str, key: str
) -> list[str]:
    """New codes for the place, as they are printed. Nothing can show them a second time.

    The same form again (`key`) makes none and returns [].
    """
    may_make_codes(actor, component)
    require_own_codes(component)
    batch = clean_text(batch)[:BATCH_LENGTH]
    if not 1 <= count <= MOST:
        raise RuleBroken("count", _("Make from 1 to %(most)s codes at once.") % {"most": MOST})
    codes: list[str] = []

    def make() -> str:
        codes.extend(
            "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _n in range(count)
        )
        now = clock.now()
        rows = [
            EntryCode(
                component=component,
                digest=digest(code),
                batch=batch,
                made_by=actor.person,
                made_at=now,
            )
            for code in codes
        ]
        EntryCode.objects.bulk_create(rows)
        audit.record(actor, component, "people.make_codes", batch=batch, count=count)
        return str(count)

    content = {"component": component.key, "batch": batch, "count": count}
    once(actor=actor, key=key, act="people.make_codes", content=content, make=make)
    return [written(code) for code in codes]


@action("people.cancel_codes")
def cancel_codes(*, actor: Actor, component: Component, batch: str) -> int:
    """Take back the codes of a batch that nobody has used; returns how many."""
    may_make_codes(actor, component)
    rows = EntryCode.objects.filter(component=component, batch=batch, used_by=None)
    count, _by_model = rows.delete()
    if count:
        audit.record(actor, component, "people.cancel_codes", batch=batch, count=count)
    return count


@action("people.use_code")
def use_code(*, actor: Actor, component: Component, code: str) -> None:
    """Let the member take part in the place, or in all below the one that asks for codes.

    A second code of theirs stays unused.

    RuleBroken("code") for one that does not fit, RuleBroken("tries") after too many of those.
    """
    require_member(actor)
    person = actor.person
    assert person is not None
    component = asker_of(component) or component
    if EntryCode.objects.filter(component=component, used_by=person).exists():
        return
    # Counted outside the transaction: what is rolled back here stays counted.
    tries = guards.count(f"code:{component.public_id}:{person.pk}", TRIES_SECONDS)
    if tries > MOST_TRIES:
        words = _("You have tried %(most)s codes. Wait a quarter of an hour, then try again.")
        raise RuleBroken("tries", words % {"most": MOST_TRIES})
    rows = EntryCode.objects.filter(component=component, digest=digest(code), used_by=None)
    # One statement: of two people with one code exactly one gets in.
    if not rows.update(used_by=person, used_at=clock.now()):
        raise RuleBroken(
            "code", _("This code does not fit here, or somebody has used it. Check each letter.")
        )
