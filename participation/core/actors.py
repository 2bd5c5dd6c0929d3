"""Actors: who is acting, in which way. Every action takes one first."""

import dataclasses
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from . import clock, duties
from .ids import new_public_id
from .models import AuthorKind, Person, RoleGrant

_GUEST_KEY = "raati_guest"


@dataclass(frozen=True)
class Actor:
    """Somebody who acts: a member, a guest, staff on someone's behalf, a kiosk, the system.

    A signed-in reader has no Person yet: `settled()` makes one at the first act.
    """

    kind: AuthorKind
    user: Any = None
    person: Person | None = None
    session: str = ""
    channel: str = ""

    @classmethod
    def member(cls, person: Person) -> "Actor":
        return cls(AuthorKind.MEMBER, user=person.user, person=person)

    @classmethod
    def signed_in(cls, user: Any) -> "Actor":
        """A user who may not have acted before."""
        return cls(AuthorKind.MEMBER, user=user, person=Person.objects.for_user(user))

    @classmethod
    def guest(cls, session: str = "") -> "Actor":
        """A visitor; without a device-session id they can only read."""
        return cls(AuthorKind.GUEST, session=session)

    @classmethod
    def on_behalf(cls, staff: Person, channel: str) -> "Actor":
        """Staff entering what somebody said through `channel` ("paper", "event")."""
        return cls(AuthorKind.ON_BEHALF, user=staff.user, person=staff, channel=channel)

    @classmethod
    def kiosk(cls, session: str, facilitator: Person) -> "Actor":
        """A shared device opened by a facilitator."""
        return cls(AuthorKind.KIOSK, user=facilitator.user, person=facilitator, session=session)

    @classmethod
    def system(cls, task: str) -> "Actor":
        """The service itself, doing `task`."""
        return cls(AuthorKind.SYSTEM, channel=task)

    @property
    def is_member(self) -> bool:
        return self.kind == AuthorKind.MEMBER and self.user is not None

    @property
    def ref(self) -> str:
        """A stable name for receipts: the person, the device session, or the task."""
        if self.person is not None and self.kind != AuthorKind.KIOSK:
            return f"person:{self.person.pk}"
        return f"{self.kind}:{self.session or self.channel}"

    @cached_property
    def covers(self) -> frozenset[int]:
        """Whose work this member of staff has today besides their own; read once."""
        if self.person is None or not self.grants:
            return frozenset()
        return duties.covered_by(self.person.pk, timezone.localdate(clock.glance()))

    @property
    def desks(self) -> list[int]:
        """The keys of those whose work is on this actor's desk: their own and whom they cover."""
        return [self.person.pk, *sorted(self.covers)] if self.person else []

    @cached_property
    def grants(self) -> list[RoleGrant]:
        """Roles in force, read once for this actor object."""
        if self.person is None:
            return []
        return list(self.person.role_grants.in_force(clock.glance()))

    def settled(self) -> "Actor":
        """The same actor with a Person, made now if this is a member's first act."""
        if self.person is not None or not self.is_member:
            return self
        person, _created = Person.objects.get_or_create(user=self.user)
        return dataclasses.replace(self, person=person)


def actor_for(request: HttpRequest) -> Actor:
    """Who is behind the request, read once per request; never creates anything.

    Reads request.user, so the answer varies by cookie: not for shared pages.
    """
    known = getattr(request, "_raati_actor", None)
    if known is None:
        if request.user.is_authenticated:
            known = Actor.signed_in(request.user)
        else:
            known = Actor.guest(request.session.get(_GUEST_KEY, ""))
        request._raati_actor = known  # type: ignore[attr-defined]
    return known


def guest_session(request: HttpRequest) -> Actor:
    """The actor behind a request that writes: visitors get a device-session id.

    It lives in the session and expires with it.
    """
    actor = actor_for(request)
    if actor.kind != AuthorKind.GUEST or actor.session:
        return actor
    request.session[_GUEST_KEY] = new_public_id()
    request._raati_actor = Actor.guest(request.session[_GUEST_KEY])  # type: ignore[attr-defined]
    return request._raati_actor  # type: ignore[attr-defined]
