"""The live stream of one person's own notices, and what moves in it."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Count, Q

from participation.core.fragments import Fragment
from participation.core.models import Person
from participation.live.registry import StreamKind

PREFIX = "notices"
_ELEMENT = "notices-unread-"


def stream_of(public_id: str) -> str:
    return f"{PREFIX}.{public_id}"


def unread_element(public_id: str) -> str:
    return f"{_ELEMENT}{public_id}"


class Unread(Fragment):
    """How many notices a person has not read, beside the bell."""

    template = "raati_notifications/fragments/unread.html"

    def __init__(self, public_id: str, count: int) -> None:
        self.public_id, self.count = public_id, count

    @property
    def element_id(self) -> str:
        return unread_element(self.public_id)

    def context(self) -> dict[str, Any]:
        return {"count": self.count}


def counts(public_ids: Collection[str]) -> dict[str, int]:
    """Unread notices of these people, in one query."""
    rows = Person.objects.filter(public_id__in=public_ids).annotate(
        n=Count("raati_told", filter=Q(raati_told__read_at=None))
    )
    return dict(rows.values_list("public_id", "n"))


class NoticesStream(StreamKind):
    """Only its own person reads it. Its rights never move to anybody else."""

    prefix = PREFIX
    recheck_seconds = 60

    def may_read(self, persons: Collection[int], stream: str) -> set[int]:
        owner = Person.objects.filter(
            pk__in=persons, public_id=stream.partition(".")[2], user__isnull=False
        )
        return set(owner.values_list("pk", flat=True))

    def now(self, stream: str, elements: Collection[str]) -> Mapping[str, Fragment]:
        public_id = stream.partition(".")[2]
        element = unread_element(public_id)
        if element not in elements:
            return {}
        count = counts([public_id]).get(public_id)
        return {} if count is None else {element: Unread(public_id, count)}

    def marks(self, shown: Mapping[str, Collection[str]]) -> Mapping[tuple[str, str], Any]:
        """The counts themselves: one query for everybody who looks."""
        wanted = {stream.partition(".")[2]: stream for stream in shown}
        return {
            (wanted[each], unread_element(each)): n
            for each, n in counts(wanted).items()
            if unread_element(each) in shown[wanted[each]]
        }
