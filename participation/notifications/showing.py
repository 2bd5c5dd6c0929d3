"""Notices as people read them: what may still be told, in the active language, by subject."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.text import Truncator

from participation.core import notices
from participation.core.notices import About, NoticeKind, Quote

from .models import Notice

QUOTE_LENGTH = 240


@dataclass(frozen=True)
class Shown:
    """One notice with what it is about."""

    notice: Notice
    kind: NoticeKind
    about: About

    @property
    def sentence(self) -> str:
        return str(self.kind.sentence) % self.notice.data

    @property
    def quote(self) -> Quote | None:
        found = self.about.quotes.get(self.kind.quote)
        if found is None or not found.text.strip():
            return None
        words = " ".join(found.text.split())
        return Quote(Truncator(words).chars(QUOTE_LENGTH), found.language)

    @property
    def address(self) -> str:
        return self.kind.address(self.about)

    @property
    def is_unread(self) -> bool:
        return self.notice.read_at is None


@dataclass
class Group:
    """What happened to one thing, the newest first."""

    items: list[Shown] = field(default_factory=list)

    @property
    def about(self) -> About:
        return self.items[0].about

    @property
    def subject(self) -> tuple[str, str]:
        return self.items[0].notice.subject

    @property
    def address(self) -> str:
        return self.items[0].address

    @property
    def unread(self) -> int:
        return sum(item.is_unread for item in self.items)


def shown(rows: Iterable[Notice]) -> list[Shown]:
    """Those that their person may be told now; one question per kind of thing."""
    rows = list(rows)
    abouts = _abouts(rows)
    found = []
    for row in rows:
        kind = notices.kind_of(row.kind)
        about = abouts.get(row.subject)
        if kind and about and about.title and kind.may_read(about, row.person_id):
            found.append(Shown(row, kind, about))
    return found


def _abouts(rows: list[Notice]) -> Mapping[tuple[str, str], About]:
    ids: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        ids[row.subject_type].add(row.subject_id)
    return {
        (label, pk): about
        for label, wanted in ids.items()
        for pk, about in notices.load(label, wanted).items()
    }


def grouped(items: Iterable[Shown]) -> list[Group]:
    """By subject, the subject of the newest notice first."""
    groups: dict[tuple[str, str], Group] = {}
    for item in items:
        groups.setdefault(item.notice.subject, Group()).items.append(item)
    return list(groups.values())
