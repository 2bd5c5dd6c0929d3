"""What people write and others may report: the registry that moderation works on.

A package enters each kind of thing that it shows in public. Moderation (participation.moderation)
keeps reports and decisions about them without knowing their tables.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

if TYPE_CHECKING:
    from .actors import Actor
    from .models import Component, Person


@dataclass(frozen=True)
class Voice:
    """One person's act about a thing, as far as it tells where a burst came from."""

    thing: str
    #: None for a visitor without an account.
    person: int | None
    at: datetime
    #: A keyed hash of the address, "" where none is known.
    source: str
    #: When the account was made.
    joined: datetime
    #: Acts of one crowd have this in common; "" stands for the thing.
    crowd: str = ""


@dataclass(frozen=True)
class Removal:
    """Supports or signatures that staff took away in public: when, in which place, why."""

    at: datetime
    component: Any
    count: int
    reason: str


class Moderatable(ABC):
    """One kind of thing that can be reported, hidden and shown again.

    What changes a thing is an action of the owning package: it asks its policies, writes
    its audit entry and tells its fact. `outputs` names every way out of the thing (page,
    list, feed, api, search, …), for the tests that hidden means hidden. A thing is read by the
    columns that things here have (`title`, `author`, `hidden_at`, …); a kind that has others
    says so.
    """

    model: ClassVar[type[models.Model]]
    #: The kind in addresses, and for people.
    slug: ClassVar[str]
    name: ClassVar[Any]
    #: What `voices` are called, in the plural.
    voices_name: ClassVar[Any] = ""
    outputs: ClassVar[tuple[str, ...]]

    @property
    def label(self) -> str:
        return self.model._meta.label

    def find(self, public_id: str) -> Any:
        """The thing, hidden or not, or None."""
        return self.model._default_manager.filter(public_id=public_id).first()

    @abstractmethod
    def visible_to(self, actor: "Actor") -> models.QuerySet:
        """What this actor may read on the site: all that can be reported."""

    def title(self, thing: Any) -> str:
        """One line, as staff know the thing in lists."""
        return thing.title

    def text(self, thing: Any) -> str:
        """All its words, as staff judge them."""
        return thing.text

    @abstractmethod
    def address(self, actor: "Actor", thing: Any) -> str:
        """Where this member of staff sees it; "" where there is no place."""

    def language(self, thing: Any) -> str:
        """The language in which it is written."""
        return thing.language

    def component(self, thing: Any) -> "Component":
        """The place in which it stands."""
        return thing.component

    def author(self, thing: Any) -> "Person | None":
        """Who wrote it, where that is a person with an account."""
        return thing.author

    def by(self, person: "Person") -> Iterable[Any]:
        """All that this person wrote of the kind, hidden or not."""
        return self.model._default_manager.filter(author=person)

    def is_gone(self, thing: Any) -> bool:
        """Whether its author took it away: nothing is left to decide."""
        return thing.withdrawn_at is not None

    def is_hidden(self, thing: Any) -> bool:
        return thing.hidden_at is not None

    def is_held(self, thing: Any) -> bool:
        """Whether it waits for a moderator before anybody else sees it."""
        return thing.waits

    @abstractmethod
    def hide(self, actor: "Actor", thing: Any, reason: str, note: str) -> None: ...

    @abstractmethod
    def restore(self, actor: "Actor", thing: Any, note: str) -> None: ...

    @abstractmethod
    def hold(self, actor: "Actor", thing: Any) -> None:
        """Out of sight until a moderator has looked at it."""

    @abstractmethod
    def approve(self, actor: "Actor", thing: Any) -> None: ...

    @abstractmethod
    def redact(
        self, actor: "Actor", thing: Any, title: str, text: str, reason: str, note: str
    ) -> None:
        """Keep the thing with only these of its words; where it is shown, it says so."""

    def voices(self, since: datetime) -> Iterable[Voice]:
        """The supports or votes given since then, for seeing bursts; none by default."""
        return ()

    def remove_voices(
        self, actor: "Actor", thing: Any, persons: Collection["Person"], reason: str
    ) -> None:
        """Take these persons' supports off the thing, in public and with the reason."""
        raise NotImplementedError

    def removals(self, since: datetime, until: datetime) -> Iterable[Removal]:
        """What `remove_voices` took off things that everybody may read; none by default."""
        return ()

    def arrivals(self, since: datetime) -> Iterable[Voice]:
        """New things and their authors, `crowd` their place, for seeing floods; default: none."""
        return ()

    @abstractmethod
    def may_moderate(self, actor: "Actor", thing: Any) -> bool: ...

    @abstractmethod
    def reasons(self) -> list[tuple[str, Any]]:
        """The reasons for hiding that the thing can show: (value, label)."""


_kinds: dict[str, Moderatable] = {}


def register(kind: Moderatable) -> None:
    """Enter a kind of thing, from an app's ready()."""
    _kinds[kind.label] = kind


def kinds() -> list[Moderatable]:
    return [_kinds[label] for label in sorted(_kinds)]


def kind_named(slug: str) -> Moderatable | None:
    """The kind by its name in addresses ("idea")."""
    return next((kind for kind in _kinds.values() if kind.slug == slug), None)


def kind_of(label: str) -> Moderatable | None:
    """The kind by its model's label ("raati_ideas.Idea"); None when no installed app owns it."""
    return _kinds.get(label)
