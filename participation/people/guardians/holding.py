"""What a child showed in public waits with the account, and comes back with it.

The registry of moderatable things knows every kind and every way out; holding back is its own
word for "nobody sees it for now". Receivers are run again until they succeed.
"""

from collections.abc import Iterator
from typing import Any

from django.dispatch import receiver

from participation.core import moderatable
from participation.core.actors import Actor
from participation.core.models import Fact, Person

from ..models import GuardianConsent
from .signals import consent_given, consent_needed, consent_withdrawn

SYSTEM = Actor.system("people.guardian")


def things_of(person: Person) -> Iterator[tuple[moderatable.Moderatable, Any]]:
    for kind in moderatable.kinds():
        for thing in kind.by(person):
            if not kind.is_gone(thing) and not kind.is_hidden(thing):
                yield kind, thing


def hold_back(consent: GuardianConsent) -> None:
    """Remembers what it held: what waited for a moderator before waits for them afterwards."""
    for kind, thing in things_of(consent.person):
        if not kind.is_held(thing):
            _remember(consent, [*consent.held, _name(thing)])
            kind.hold(SYSTEM, thing)


def show_again(consent: GuardianConsent) -> None:
    for kind, thing in things_of(consent.person):
        if _name(thing) in consent.held and kind.is_held(thing):
            kind.approve(SYSTEM, thing)
    _remember(consent, [])


def _name(thing: Any) -> str:
    return f"{thing._meta.label}:{thing.pk}"


def _remember(consent: GuardianConsent, held: list[str]) -> None:
    consent.held = held
    consent.save(update_fields=["held"])


@receiver([consent_needed, consent_withdrawn, consent_given], dispatch_uid="raati_people:hold")
def follow_the_consent(fact: Fact, **_given: Any) -> None:
    """As the consent stands now: facts may come late and twice."""
    consent = GuardianConsent.objects.filter(pk=fact.subject_id).select_related("person").first()
    if consent is None:
        return
    if consent.is_in_force:
        show_again(consent)
    else:
        hold_back(consent)


def hold_again(fact: Fact, **_given: Any) -> None:
    """Somebody has shown a thing again whose author still waits: it goes out of sight once more.

    Receiver for the facts of the packages that own things (participation.wiring).
    """
    kind = moderatable.kind_of(fact.subject_type)
    if kind is None:
        return
    thing = kind.model._default_manager.filter(pk=fact.subject_id).first()
    author = kind.author(thing) if thing is not None else None
    waiting = GuardianConsent.objects.filter(person=author).exclude(waits_since=None)
    consent = waiting.select_related("person").first() if author is not None else None
    if consent is not None:
        hold_back(consent)
