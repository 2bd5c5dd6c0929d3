"""Telling many, batch by batch: what dies in between goes on where it stopped."""

import logging
import time

from django.db import transaction
from django.db.models import F, QuerySet

from participation.core import clock

from . import audiences, telling
from .models import Spread

logger = logging.getLogger(__name__)
BATCH = 1000
MOST_SECONDS = 20
MOST_ATTEMPTS = 12


def spread_waiting() -> int:
    """Tell what waits to be told to many, for a while; how many people heard something."""
    ends = time.monotonic() + MOST_SECONDS
    told = 0
    while time.monotonic() < ends:
        batch = _next_batch()
        if batch is None:
            break
        told += batch
    return told


def _next_batch() -> int | None:
    """How many of the next batch were told; None when nothing waits."""
    row = _waiting().first()
    if row is None:
        return None
    try:
        with transaction.atomic():
            return _tell_batch(row.pk)
    except Exception:  # one broken piece of news must not keep the others from being told
        logger.exception("News %s could not be spread.", row.pk)
        Spread.objects.filter(pk=row.pk).update(attempts=F("attempts") + 1)
        return 0


def _waiting() -> QuerySet[Spread]:
    return Spread.objects.filter(done_at=None, attempts__lt=MOST_ATTEMPTS).order_by(
        "attempts", "pk"
    )


def _tell_batch(pk: int) -> int:
    row = Spread.objects.select_for_update().filter(pk=pk, done_at=None).first()
    if row is None:
        return 0
    people = audiences.people(row).filter(pk__gt=row.cursor).order_by("pk")
    batch = list(people.values_list("pk", flat=True)[:BATCH])
    told = telling.write(news_in(row), batch)
    if len(batch) < BATCH:
        row.done_at = clock.now()
    row.cursor = batch[-1] if batch else row.cursor
    row.save(update_fields=["cursor", "done_at"])
    return told


def news_in(row: Spread) -> telling.News:
    return telling.News(
        kind=row.kind,
        subject_type=row.subject_type,
        subject_id=row.subject_id,
        # The mark of what happened, without the kind: who heard it for another reason knows.
        mark=row.mark.removesuffix(f":{row.kind}"),
        component=str(row.component_id) if row.component_id else None,
        data=row.data,
        at=row.at,
    )
