"""Asking for a copy of one's own data, and having oneself erased."""

from datetime import timedelta

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import AuthorKind, Person
from participation.core.own_rows import erase_all
from participation.core.personal_data import close_account, prepare_erasure
from participation.core.roles import revoke_role
from participation.core.soon import soon
from participation.core.statements import insert_once

from .. import conf
from ..models import DataExport
from . import policies, rules, signals

#: The clock's job that makes copies.
JOB = "people.copies"


@action("people.ask_export")
def ask_export(*, actor: Actor) -> DataExport:
    """A copy of everything about the actor, made by the clock; one at a time."""
    policies.may_ask_copy(actor)
    assert actor.person is not None
    now = clock.now()
    until = now + timedelta(days=conf.get("COPY_DAYS"))
    insert_once(DataExport(person=actor.person, asked_at=now, expires_at=until))
    soon(JOB)
    return DataExport.objects.get(person=actor.person, ready_at=None)


@action("people.erase")
def erase_person(*, actor: Actor, person: Person) -> bool:
    """Delete the account and do to each kind of data what its source says; no way back.

    Whether somebody was erased: a second time there is nobody. The log says that it happened,
    not to whom.
    """
    policies.may_erase(actor, person)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if person.erased_at is not None:
        return False
    rules.require_another_administrator(person, locked=True)
    user = person.user
    _end_roles(person)
    prepare_erasure(person)
    erase_all(person)
    if user is not None:
        close_account(user)
    person.refresh_from_db()
    _log(actor, person)
    signals.person_erased.tell(subject=person)
    return True


@action("people.erase_rest")
def erase_rest(*, actor: Actor, person: Person) -> bool:
    """Once more for somebody who is erased: what they had sent at that very moment came later."""
    policies.may_erase(actor, person)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if person.erased_at is None:
        return False
    erase_all(person)
    return True


def _end_roles(person: Person) -> None:
    for grant in person.role_grants.in_force(clock.now()):
        revoke_role(actor=Actor.system("people.erase"), grant=grant)


def _log(actor: Actor, person: Person) -> None:
    """By whom it was done, where that is not the person who is gone."""
    by = actor if actor.kind == AuthorKind.ON_BEHALF else Actor.system("people.erase")
    audit.record(by, person, "people.erase", by=str(actor.kind), channel=actor.channel)
