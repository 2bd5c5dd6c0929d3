"""Copying a place of participation, with those below it, to new and empty components."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from wagtail.models import Page

from .actors import Actor
from .models import Component
from .pages import ComponentPageMixin

SLUG_LENGTH = 255


@dataclass(frozen=True)
class NewRound:
    """What a round starts with: its first place's titles, and its dates or days to move them by.

    With `days` the dates of all places move; without, only the first one has dates.
    """

    titles: Mapping[str, str]
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    days: int | None = None


def places_in(component: Component) -> list[list[Any]]:
    """The pages of the component, then those of each place below any of them.

    One list for each place, its source page first. A page that stands elsewhere by now
    comes with its translations. An alias in the same language has no row: it is a signpost
    to its original, not a place.
    """
    keys = {component.key: None}
    for page in Page.objects.filter(translation_key=component.key).order_by("path"):
        for each in page.get_descendants():
            if each.specific_class and issubclass(each.specific_class, ComponentPageMixin):
                keys[each.translation_key] = None
    rows = Component.objects.in_bulk(list(keys))
    return [_pages(rows[key]) for key in keys if key in rows]


def _pages(row: Component) -> list[Any]:
    pages = Page.objects.filter(translation_key=row.key).select_related("locale").order_by("path")
    return sorted(pages.specific(), key=lambda page: page.pk != row.source_page_id)


def first_moment(places: list[list[Any]]) -> datetime | None:
    """When the first of these places began, as far as it is known."""
    known = [pages[0].first_moment() for pages in places if pages]
    return min((moment for moment in known if moment), default=None)


def copy_all(actor: Actor, component: Component, new: NewRound) -> dict[UUID, Component]:
    """Drafts of all places in all their languages; the new components by the old ones' keys."""
    copies: dict[int, Page] = {}
    made: dict[UUID, Component] = {}
    for pages in places_in(component):
        key = uuid.uuid4()
        # The source page first: the first page made becomes the new component's source.
        for page in pages:
            attributes = page.for_new_round(new.days)
            if page.translation_key == component.key:
                attributes |= _first_place(page, new)
            copies[page.pk] = _copy(actor, page, copies, {"translation_key": key, **attributes})
        old_key = pages[0].translation_key
        Component.objects.filter(key=key).update(previous_round=old_key)
        made[old_key] = Component.objects.get(key=key)
    return made


def _first_place(page: Any, new: NewRound) -> dict[str, Any]:
    title = new.titles.get(page.locale.language_code) or page.title
    named = {"title": title, "draft_title": title}
    if new.days is not None:
        return named
    return {**named, "opens_at": new.opens_at, "closes_at": new.closes_at}


def _copy(actor: Actor, page: Any, copies: Mapping[int, Page], attributes: dict[str, Any]) -> Page:
    """One page in one language, below the copy of the nearest page above that was copied."""
    above = list(page.get_ancestors().order_by("-depth"))
    parent = next((copies[each.pk] for each in above if each.pk in copies), above[0])
    return page.copy(
        to=parent,
        update_attrs={"slug": _free_slug(page.slug, parent), "alias_of": None, **attributes},
        copy_revisions=False,
        keep_live=False,
        user=actor.user,
    )


def _free_slug(slug: str, parent: Page) -> str:
    """The slug itself below a new page, with a number where it is taken."""
    taken = set(parent.get_children().values_list("slug", flat=True))
    free, number = slug, 2
    while free in taken:
        ending = f"-{number}"
        free, number = f"{slug[: SLUG_LENGTH - len(ending)]}{ending}", number + 1
    return free
