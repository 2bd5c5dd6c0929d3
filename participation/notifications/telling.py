"""Telling people: what receivers of facts call. Twice told is once told."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet

from participation.core import clock, notices, outbox
from participation.core.models import Fact, OutgoingMail, Person
from participation.core.notices import NoticeKind, Rhythm
from participation.core.soon import soon
from participation.live.publishing import hint

from . import preferences
from .models import Mute, Notice, Preferences, Spread
from .streams import stream_of, unread_element

#: The clock's job that tells many people; the worker is asked for it at once.
JOB = "tell many"
NOTICE_MAIL, DIGEST_MAIL = "notifications.notice", "notifications.digest"
A_WEEK = timedelta(days=7)
#: What happened longer ago stands in the list and is mailed to nobody.
STALE = timedelta(days=2)
#: More than so many people at once are not hinted at: their pages look by themselves.
MOST_HINTS = 20


@dataclass(frozen=True)
class News:
    """What happened, for one or for many."""

    kind: str
    subject_type: str
    subject_id: str
    mark: str
    component: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    #: When it happened, where that is not now.
    at: datetime | None = None


def news_of(fact: Fact, kind: str, **data: Any) -> News:
    """News of what a fact is about; one fact is one piece of news, whoever hears it."""
    return News(
        kind=kind,
        subject_type=fact.subject_type,
        subject_id=fact.subject_id,
        mark=f"fact:{fact.pk}",
        component=str(fact.component_id) if fact.component_id else None,
        data=data,
        at=fact.at,
    )


def tell(news: News, *persons: int | None) -> int:
    """Tell a few people now, in a transaction of its own; how many had not been told."""
    found = Person.objects.filter(pk__in=[p for p in persons if p], user__isnull=False)
    with transaction.atomic():
        return write(news, list(found.values_list("pk", flat=True)))


def tell_many(news: News, audience: str) -> None:
    """Have a registered audience told by the worker or the clock, in batches."""
    with transaction.atomic():
        Spread.objects.get_or_create(
            mark=f"{news.mark}:{news.kind}",
            defaults={
                "kind": news.kind,
                "audience": audience,
                "subject_type": news.subject_type,
                "subject_id": news.subject_id,
                "component_id": news.component,
                "data": dict(news.data),
                "at": news.at or clock.now(),
            },
        )
        soon(JOB)


def hush(subject_type: str, subject_id: str, but: int | None = None) -> None:
    """The thing was hidden: nobody but `but` has unread notices about it any more."""
    rows = Notice.objects.about(subject_type, subject_id).unread()
    if but:
        rows = rows.exclude(person=but)
    rows.update(read_at=clock.now())


def write(news: News, persons: Collection[int]) -> int:
    """Write the notices of one batch, and the mails of those who want them at once."""
    kind = notices.kind_of(news.kind)
    if kind is None or not persons:
        return 0
    people = _listening(news, persons)
    if not people:
        return 0
    now = clock.now()
    at = news.at or now
    chosen = preferences.of(people)
    rhythms = (
        dict.fromkeys(people, Rhythm.NONE) if now - at > STALE else _rhythms(kind, chosen, now)
    )
    Notice.objects.bulk_create(
        [_notice(news, person, rhythms[person], at) for person in people],
        ignore_conflicts=True,
        batch_size=500,
    )
    _mail([p for p in people if rhythms[p] == Rhythm.NOW], news, chosen, now)
    if len(people) <= MOST_HINTS:
        tell_pages(Person.objects.filter(pk__in=people))
    return len(people)


def tell_pages(persons: QuerySet[Person]) -> None:
    """Let the open pages of these people draw their number of unread notices anew."""
    for public_id in persons.values_list("public_id", flat=True):
        hint(stream_of(public_id), unread_element(public_id))


def _listening(news: News, persons: Collection[int]) -> list[int]:
    """Those who have not been told and have not muted the thing."""
    told = Notice.objects.filter(mark=news.mark, person__in=persons)
    muted = Mute.objects.filter(
        subject_type=news.subject_type, subject_id=news.subject_id, person__in=persons
    )
    known = {*told.values_list("person", flat=True), *muted.values_list("person", flat=True)}
    return [person for person in persons if person not in known]


def _rhythms(
    kind: NoticeKind, chosen: Mapping[int, Preferences], now: datetime
) -> dict[int, Rhythm]:
    """How each one is mailed; who has had enough mails this week waits for the week's."""
    found = {person: preferences.rhythm_of(row, kind) for person, row in chosen.items()}
    at_once = [person for person, rhythm in found.items() if rhythm == Rhythm.NOW]
    for person in over_cap(at_once, chosen, now):
        found[person] = Rhythm.WEEKLY
    return found


def over_cap(
    persons: Collection[int], chosen: Mapping[int, Preferences], now: datetime
) -> list[int]:
    """Those of them who got as many mails of notices in seven days as they want."""
    if not persons:
        return []
    mails = OutgoingMail.objects.filter(
        person__in=persons, kind__in=[NOTICE_MAIL, DIGEST_MAIL], created_at__gt=now - A_WEEK
    )
    counted = mails.order_by().values_list("person").annotate(n=Count("pk"))
    return [person for person, n in counted if n >= chosen[person].weekly_cap]


def _notice(news: News, person: int, rhythm: Rhythm, at: datetime) -> Notice:
    return Notice(
        person_id=person,
        kind=news.kind,
        subject_type=news.subject_type,
        subject_id=news.subject_id,
        component_id=news.component,
        data=dict(news.data),
        mark=news.mark,
        at=at,
        waits_for=rhythm if rhythm in (Rhythm.DAILY, Rhythm.WEEKLY) else "",
    )


def _mail(persons: list[int], news: News, chosen: Mapping[int, Preferences], now: datetime) -> None:
    rows = []
    for person in persons:
        mark = f"notice:{news.mark}:{person}"
        row = outbox.row_for(person, mark=mark, kind=NOTICE_MAIL, data={"mark": news.mark})
        row.not_before = preferences.not_before(chosen[person], now)
        rows.append(row)
    outbox.post_many(rows)
