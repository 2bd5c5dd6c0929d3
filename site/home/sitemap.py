"""The public pages of every language, for search engines; nothing of a demonstration."""

from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Page

from participation.core.public import public_pages
from participation.core.public_addresses import pages_of, titles_and_addresses
from participation.core.sitemaps import Place, Section


def _keys() -> Any:
    """One key for all languages of a page; a stand-in for a translation is no page of its own."""
    own = public_pages().filter(alias_of=None)
    first = own.filter(translation_key=OuterRef("translation_key"), pk__lt=OuterRef("pk"))
    return own.filter(~Exists(first)).order_by("pk").values_list("translation_key", flat=True)


def _places(start: int, stop: int) -> list[Place]:
    keys = list(_keys()[start:stop])
    found = pages_of(keys)
    return [_place(found.get(key, {})) for key in keys]


def _place(pages: dict[str, Page]) -> Place:
    own = {code: page for code, page in pages.items() if page.alias_of_id is None}
    changed = [page.last_published_at for page in own.values() if page.last_published_at]
    day = timezone.localdate(max(changed)) if changed else None
    return Place(titles_and_addresses(own)[1], day)


PAGES = Section("pages", lambda: _keys().count(), _places)
