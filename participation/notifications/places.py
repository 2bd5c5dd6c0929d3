"""Telling followers of a place that it has opened or closes soon."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from participation.core import clock
from participation.core.models import Component, Follow

from . import conf
from .registrations import CLOSES_SOON_KIND, OPENED_KIND
from .telling import News, tell_many

#: A clock that stood still for longer tells no stale news.
FRESH = timedelta(days=1)
AT_ONCE = 100


def look() -> int:
    """Note what has opened since yesterday and what closes in a few days, once each."""
    now = clock.now()
    soon = now + timedelta(days=conf.get("CLOSES_SOON_DAYS"))
    opened = _followed().filter(opens_at__gt=now - FRESH, opens_at__lte=now)
    closing = _followed().filter(closes_at__gt=now, closes_at__lte=soon)
    # What is open for less than a few days has just been told of.
    closing = closing.exclude(opens_at__gt=now - FRESH)
    return _tell(OPENED_KIND, opened, "opens_at") + _tell(CLOSES_SOON_KIND, closing, "closes_at")


def _followed() -> QuerySet[Component]:
    follows = Follow.objects.filter(subject_id="").values("component")
    return Component.objects.filter(pk__in=follows, archived_at=None)


def _tell(kind: str, places: QuerySet[Component], field: str) -> int:
    rows = list(places[:AT_ONCE])
    for place in rows:
        tell_many(_news(kind, place, getattr(place, field)), "followers")
    return len(rows)


def _news(kind: str, place: Component, at: datetime) -> News:
    key = str(place.pk)
    mark = f"{place.public_id}:{at:%Y%m%d%H%M}"
    return News(kind, place._meta.label, key, mark=mark, component=key)
