"""The pages of several places at once."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language
from wagtail.models import Page

from participation.core.models import Component
from participation.core.public import unrestricted_components


def live_pages(places: Iterable[Component]) -> dict[Any, Page]:
    """What `Component.page_in` finds for each, as specific pages, in two queries."""
    by_key = {place.pk: place for place in places}
    pages = Page.objects.filter(translation_key__in=by_key, live=True).select_related("locale")
    found: dict[Any, Page] = {}
    for page in pages.specific():
        place = by_key[page.translation_key]
        if page.locale.language_code == get_language():
            found[place.pk] = page
        elif page.pk == place.source_page_id:
            found.setdefault(place.pk, page)
    return found


def open_to_all(places: Iterable[Component]) -> set[Any]:
    """The keys of those that everybody may read."""
    keys = [place.pk for place in places]
    return set(unrestricted_components().filter(pk__in=keys).values_list("pk", flat=True))
