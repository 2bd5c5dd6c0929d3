"""What people are told: the registry of kinds of notices and of the things they are about.

A package enters its kinds; participation.notifications keeps the notices, shows and mails
them. What a notice says is drawn when it is shown, so it never tells of what was hidden.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Rhythm(models.TextChoices):
    """How soon a kind of notice comes by mail. In the list it stands at once in any case."""

    NOW = "now", _("at once")
    DAILY = "daily", _("once a day")
    WEEKLY = "weekly", _("once a week")
    NONE = "none", pgettext_lazy("mail", "no mail")


class Reader(Enum):
    """Who may still read a notice when it is shown."""

    #: As long as everybody may read the thing.
    EVERYBODY = "everybody"
    #: Its author, also where the thing is hidden from others.
    AUTHOR = "author"
    #: Who has work with it.
    STAFF = "staff"


@dataclass(frozen=True)
class Quote:
    """A few public words of what happened, and the language they are in."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class About:
    """A thing as notices show it, in the active language."""

    title: str
    address: str
    language: str = ""
    place: str = ""
    is_public: bool = True
    author: int | None = None
    #: Persons who have work with it, and where they do it.
    staff: frozenset[int] = frozenset()
    desk: str = ""
    #: By the name that a kind quotes.
    quotes: Mapping[str, Quote] = field(default_factory=dict)


class Subject(ABC):
    """A kind of thing that notices are about."""

    #: The model's label.
    label: ClassVar[str]

    @abstractmethod
    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        """Things by primary key as text, in as few queries for many as for one."""


@dataclass(frozen=True)
class NoticeKind:
    """One reason to tell somebody something.

    `sentence` says it without the thing's name, which stands beside it as a link; `label` and
    `heading` are for the settings. Where other mails tell the same, `is_mailed` is False.
    """

    name: str
    label: str | Promise
    heading: str | Promise
    sentence: str | Promise
    subject: str
    rhythm: Rhythm = Rhythm.DAILY
    reader: Reader = Reader.EVERYBODY
    quote: str = ""
    is_mailed: bool = True

    def may_read(self, about: About, person: int) -> bool:
        """Whether the person may be told of the thing as it is now."""
        if self.reader is Reader.STAFF:
            return person in about.staff
        is_own = self.reader is Reader.AUTHOR and about.author == person
        return about.is_public or is_own

    def address(self, about: About) -> str:
        return about.desk if self.reader is Reader.STAFF else about.address


_kinds: dict[str, NoticeKind] = {}
_subjects: dict[str, Subject] = {}


def register_notice(kind: NoticeKind) -> None:
    """Enter a kind of notice, from an app's ready()."""
    _kinds[kind.name] = kind


def register_subject(subject: Subject) -> None:
    """Enter a kind of thing that notices are about."""
    _subjects[subject.label] = subject


def kinds() -> list[NoticeKind]:
    """Every kind of the installed packages, in the order in which they entered."""
    return list(_kinds.values())


def kind_of(name: str) -> NoticeKind | None:
    return _kinds.get(name)


def load(label: str, ids: Collection[str]) -> Mapping[str, About]:
    """The things of one model; nothing for a model that no installed app tells of."""
    subject = _subjects.get(label)
    return subject.load(ids) if subject else {}
