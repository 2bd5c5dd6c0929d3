"""Feeds that newsreaders follow (Atom): valid whatever people wrote, absolute on our address."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from .public_addresses import absolute
from .shared import shared

MOST = 30
#: What XML cannot hold, whatever was stored.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Entry:
    """One thing in a feed. `key` is its permanent address: it stays when the title changes."""

    title: str
    address: str
    key: str
    at: datetime
    text: str = ""


def atom(title: str, address: str, own: str, entries: Iterable[Entry]) -> HttpResponse:
    """The feed at `own` about the page at `address`; nobody's name in it."""
    feed = Atom1Feed(
        title=_clean(title),
        link=absolute(address),
        feed_url=absolute(own),
        feed_guid=absolute(address),
        description="",
        language=get_language(),
        author_name=_clean(title),
    )
    for entry in entries:
        feed.add_item(
            title=_clean(entry.title),
            link=absolute(entry.address),
            unique_id=absolute(entry.key),
            description=_clean(entry.text),
            pubdate=entry.at,
            updateddate=entry.at,
        )
    body = feed.writeString("utf-8")
    return shared(HttpResponse(body, content_type="application/atom+xml; charset=utf-8"))


def _clean(text: str) -> str:
    return _UNSTORABLE.sub("", str(text))
