"""Telling followers of a place that it has opened or closes soon."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.db.models import QuerySet

from participation.core import clock
from participation.core.models import Component, Follow
from participation.core.openness import Window, lineages, look_at

from . import conf
from .registrations import CLOSES_SOON_KIND, OPENED_KIND
from .telling import News, tell_many

#: A clock that stood still for longer tells no stale news.
FRESH = timedelta(days=1)


def look() -> int:
    """Note what has opened since yesterday and what closes in a few days, once each.

    By the place's own dates and the phases of the process that it stands in.
    """
    now = clock.now()
    places = list(_followed().select_related("source_page"))
    above = lineages(places)
    news = [each for place in places for each in _news_of(place, above[place.key], now)]
    for each in news:
        tell_many(each, "followers")
    return len(news)


def _followed() -> QuerySet[Component]:
    follows = Follow.objects.filter(subject_id="").values("component")
    return Component.objects.filter(pk__in=follows, archived_at=None)


def _news_of(place: Component, rows: list[Component], now: datetime) -> Iterator[News]:
    soon = now + timedelta(days=conf.get("CLOSES_SOON_DAYS"))
    for window in _windows(place, rows):
        is_new = window.opens is not None and now - FRESH < window.opens <= now
        if is_new and window.opens and window.has(now):
            yield _news(OPENED_KIND, place, window.opens)
        # What is open for less than a few days has just been told of.
        elif window.has(now) and window.closes and window.closes <= soon:
            yield _news(CLOSES_SOON_KIND, place, window.closes)


def _windows(place: Component, rows: list[Component]) -> set[Window]:
    """When something can be done there; two acts in the same time are one."""
    acts = getattr(apps.get_model(place.kind), "acts", ())
    found = look_at(rows, *acts).values()
    return {window for openness in found for window in openness.windows}


def _news(kind: str, place: Component, at: datetime) -> News:
    key = str(place.pk)
    mark = f"{place.public_id}:{at:%Y%m%d%H%M}"
    return News(kind, place._meta.label, key, mark=mark, component=key)
