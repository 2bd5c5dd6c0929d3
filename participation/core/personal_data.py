"""The registry of personal data: what is kept, why, how long, and what erasure does.

The privacy notice prints this table; export, erasure and retention (own_rows.py) do what it
says. A declaration is enough for the usual kinds of data.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import conf

if TYPE_CHECKING:
    from .models import Person

Text = str | Promise


class OnErasure(Enum):
    """What happens to a row when its person asks to be erased."""

    DELETED = _("deleted")
    UNLINKED = _("kept without your name")
    KEPT = _("kept, because the law requires it")


@dataclass(frozen=True)
class Forget:
    """When rows go by themselves: so many days after the instant in the field `after`.

    `days` is a number or the name of a RAATI_ setting of the core; `where` leaves out what
    must stay; with `blank` the rows stay and these fields get these values.
    """

    after: str
    days: int | str
    where: Q = field(default_factory=Q)
    blank: Mapping[str, Any] | None = None

    @property
    def period(self) -> timedelta:
        return timedelta(days=conf.get(self.days) if isinstance(self.days, str) else self.days)


@dataclass(frozen=True)
class Source:
    """One kind of personal data: its model, the fields that lead to the person, and the law.

    Whatever a row says goes into its person's own copy, except `untold`: secrets, and what is
    somebody else's. A field that leads to another person is never followed.
    """

    model: type[Model]
    #: Fields (or lookups) that lead to a Person, or to the account behind one.
    person_fields: tuple[str, ...]
    what: Text
    purpose: Text
    legal_basis: Text
    retention: Text
    on_erasure: OnErasure
    #: Those of `person_fields` by which a row is somebody's own; None: each of them.
    own: tuple[str, ...] | None = None
    untold: tuple[str, ...] = ()
    #: Names of fields for people, where the field's own name is not for them.
    labels: Mapping[str, Text] = field(default_factory=dict)
    #: What erasure writes into one's own rows that stay.
    blank: Mapping[str, Any] = field(default_factory=dict)
    #: Words that stay readable after erasure on purpose: others answered, the law keeps them.
    stays: tuple[str, ...] = ()
    #: Person fields that erasure empties: work that somebody else takes over.
    cleared: tuple[str, ...] = ()
    #: Erases in its own way instead.
    erase: "Callable[[Person], object] | None" = None
    forget: Forget | None = None
    #: What a row loses at another time than by `forget`.
    also_forget: tuple[Forget, ...] = ()

    @property
    def forgets(self) -> tuple[Forget, ...]:
        return (*((self.forget,) if self.forget else ()), *self.also_forget)

    @property
    def own_fields(self) -> tuple[str, ...]:
        return self.person_fields if self.own is None else self.own

    @property
    def label(self) -> str:
        return self.model._meta.label


_sources: dict[str, Source] = {}
_before_erasure: dict[str, "Callable[[Person], object]"] = {}
_account_closers: dict[str, Callable[[Any], object]] = {}

PUBLIC_TASK = _("public task (GDPR article 6(1)(e), Municipal Act section 22)")
LEGAL_OBLIGATION = _("legal obligation (GDPR article 6(1)(c))")


def register(source: Source) -> None:
    """Enter one kind of data; once per model, from the app's ready()."""
    _sources[source.label] = source


def sources() -> list[Source]:
    """Every kind of personal data of the installed packages, in a stable order."""
    return [_sources[label] for label in sorted(_sources)]


def register_before_erasure(name: str, prepare: "Callable[[Person], object]") -> None:
    """Have `prepare(person)` called in the transaction of an erasure, while all is still there."""
    _before_erasure[name] = prepare


def register_account_closer(name: str, close: Callable[[Any], object]) -> None:
    """Have `close(user)` called before an account is deleted: sessions, what hangs on it."""
    _account_closers[name] = close


def prepare_erasure(person: "Person") -> None:
    for prepare in _before_erasure.values():
        prepare(person)


def close_account(user: Any) -> None:
    """Delete an account and what the site has beside it, in the caller's transaction."""
    for close in _account_closers.values():
        close(user)
    user.delete()
