"""The day's and the week's mails: built for many people at once, written when they are sent.

What waits for a digest is told by the notices themselves, so a round that dies is gone on
with by the next. A batch is one transaction: its mails are there when its notices no longer
wait.
"""

from dataclasses import dataclass, field
from datetime import datetime
from operator import itemgetter

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from participation.core import clock, outbox
from participation.core.models import OutgoingMail
from participation.core.notices import Rhythm
from participation.core.statements import update_returning

from . import conf, preferences, rhythm
from .models import Notice
from .telling import DIGEST_MAIL, over_cap

#: People in one transaction, and notices in one mail.
BATCH = 1000
MOST_NOTICES = 40


@dataclass
class _Pile:
    """What waits for one person: the newest notices, and how many there are."""

    newest: list[int] = field(default_factory=list)
    count: int = 0


def build() -> int:
    """Put the digests that are due into the outbox; returns how many mails that are."""
    now = clock.now()
    # The day's first: what it may not tell any more this week goes with the week's.
    return sum(_build(each, now) for each in (Rhythm.DAILY, Rhythm.WEEKLY))


def _build(each: Rhythm, now: datetime) -> int:
    zone = timezone.get_default_timezone()
    slot = rhythm.last_slot(now, each, conf.get("DIGEST_HOUR"), zone)
    built, after = 0, 0
    while people := _next_people(each, slot, after):
        built += _build_batch(each, slot, people, now)
        after = people[-1]
    return built


def _next_people(each: Rhythm, slot: datetime, after: int) -> list[int]:
    rows = Notice.objects.waiting(each, slot).filter(person__gt=after).order_by("person")
    return list(rows.values_list("person", flat=True).distinct()[:BATCH])


@transaction.atomic
def _build_batch(each: Rhythm, slot: datetime, people: list[int], now: datetime) -> int:
    waiting = Notice.objects.waiting(each, slot)
    chosen = preferences.of(people)
    if each == Rhythm.DAILY and (late := over_cap(people, chosen, now)):
        waiting.filter(person__in=late).update(waits_for=Rhythm.WEEKLY)
    mails = []
    for person, pile in _take(waiting.filter(person__in=people)).items():
        mail = _mail(each, slot, person, pile)
        mail.not_before = preferences.not_before(chosen[person], now)
        mails.append(mail)
    return outbox.post_many(mails)


def _take(waiting: QuerySet[Notice]) -> dict[int, _Pile]:
    """What waits, by person; it waits no more, so that a second builder finds nothing to do."""
    taken = update_returning(waiting, "person", "id", waits_for="")
    piles: dict[int, _Pile] = {}
    for person, pk in sorted(taken, key=itemgetter(1), reverse=True):
        pile = piles.setdefault(person, _Pile())
        pile.count += 1
        if len(pile.newest) < MOST_NOTICES:
            pile.newest.append(pk)
    return piles


def _mail(each: Rhythm, slot: datetime, person: int, pile: _Pile) -> OutgoingMail:
    # The newest notice is part of the mark: what comes late is another mail, not a lost one.
    mark = f"digest:{each}:{slot:%Y%m%d}:{person}:{pile.newest[0]}"
    data = {
        "rhythm": str(each),
        "notices": pile.newest,
        "more": pile.count - len(pile.newest),
    }
    return outbox.row_for(person, mark=mark, kind=DIGEST_MAIL, data=data)
