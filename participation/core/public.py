"""What everybody may read: public pages, and the places of participation that have one.

Asked of the database at each way out that is not the page itself: search, feeds, the open
data, the sitemap.
"""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Left, Length
from wagtail.models import Page, PageViewRestriction

from .models import Component


def public_pages(language: str = "") -> Any:
    """Pages that are live and that no restriction covers; of one language, if one is given.

    Unlike Wagtail's `public()` it knows that an alias, a stand-in for a translation among
    them, is as private as its original.
    """
    pages = Page.objects.live().filter(depth__gt=1).exclude(private_condition())
    return pages.filter(locale__language_code=language) if language else pages


def private_condition() -> Q:
    """The condition of pages that a restriction covers, aliases and all that is below included."""
    condition = Q(pk__in=[])
    for path in _private_paths():
        condition |= Q(path__startswith=path)
    return condition


def _private_paths() -> list[str]:
    """Where restricted pages stand, and where the aliases of them and of what is below them do."""
    restricted = Page.objects.filter(pk__in=PageViewRestriction.objects.values("page"))
    newest = set(restricted.values_list("path", flat=True))
    found = set(newest)
    while newest:
        below = Q(pk__in=[])
        for path in newest:
            below |= Q(alias_of__path__startswith=path)
        newest = set(Page.objects.filter(below).values_list("path", flat=True)) - found
        found |= newest
    return sorted(found)


def public_components(language: str = "") -> Any:
    """Places of participation whose page everybody may read.

    With a language: whose page `Component.page_in` finds for its readers.
    """
    pages = public_pages()
    if language:
        sources = Component.objects.exclude(source_page=None).values("source_page")
        pages = pages.filter(Q(locale__language_code=language) | Q(pk__in=sources))
    return Component.objects.filter(key__in=pages.annotate(key=F("translation_key")).values("key"))


def unrestricted_components() -> Any:
    """The same as a single query, by the source page alone: for the live channel's questions."""
    restricted = PageViewRestriction.objects.annotate(above=F("page__path")).filter(
        above=Left(OuterRef("source_page__path"), Length("above"))
    )
    return Component.objects.filter(~Exists(restricted), source_page__live=True)
