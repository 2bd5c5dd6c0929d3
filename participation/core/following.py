"""Following: somebody wants to hear what becomes of a thing or a place. Twice is once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.translation import get_language
from wagtail.models import Page

from . import clock
from .actions import action
from .actors import Actor
from .models import Component, Follow
from .policies import require_member
from .public import public_pages
from .statements import insert_once


@dataclass(frozen=True)
class Followed:
    """A followed thing as its page calls it; without an address where nobody may look."""

    title: str
    address: str = ""
    language: str = ""


@dataclass(frozen=True)
class Followable:
    """A kind of thing that can be followed.

    `find(public_id)` is the visible row or None; `show(keys)` tells many at once, by key as
    text, and leaves out what nobody may see.
    """

    model: type[Model]
    find: Callable[[str], Any]
    show: Callable[[Collection[str]], dict[str, Followed]]


_kinds: dict[str, Followable] = {}


def register_followable(kind: Followable) -> None:
    """Let people follow rows of a model that belong to a place (`row.component`)."""
    _kinds[kind.model._meta.label] = kind


def find(public_id: str) -> tuple[Component, Any] | None:
    """The place and the thing in it (None: the place itself) that a public id means."""
    for kind in _kinds.values():
        row = kind.find(public_id)
        if row is not None:
            return row.component, row
    place = Component.objects.filter(public_id=public_id).first()
    if place is None or not public_pages().filter(translation_key=place.key).exists():
        return None
    return place, None


def _key(component: Component, subject: Model | None) -> dict[str, Any]:
    return {
        "component": component,
        "subject_type": subject._meta.label if subject is not None else "",
        "subject_id": str(subject.pk) if subject is not None else "",
    }


def follows(actor: Actor, component: Component, subject: Model | None = None) -> bool:
    if actor.person is None:
        return False
    return Follow.objects.filter(person=actor.person, **_key(component, subject)).exists()


@action("core.follow")
def follow(*, actor: Actor, component: Component, subject: Model | None = None) -> bool:
    """Follow a place, or a thing in it; whether that is new."""
    require_member(actor)
    assert actor.person is not None
    row = Follow(person=actor.person, at=clock.now(), **_key(component, subject))
    return insert_once(row)


@action("core.unfollow")
def unfollow(*, actor: Actor, component: Component, subject: Model | None = None) -> bool:
    """Follow it no more; whether it was followed. Open to people who may not write, too."""
    if actor.person is None:
        return False
    rows = Follow.objects.filter(person=actor.person, **_key(component, subject))
    return bool(rows.delete()[0])


def shown(rows: Sequence[Follow]) -> list[tuple[Follow, Followed | None]]:
    """What each followed thing is called: one question for each kind, None for what is gone."""
    by_kind: dict[str, set[str]] = {}
    for row in rows:
        by_kind.setdefault(row.subject_type, set()).add(row.subject_id)
    known = {
        name: _kinds[name].show(keys) for name, keys in by_kind.items() if name and name in _kinds
    }
    places = _places([row.component_id for row in rows if not row.subject_type])
    return [
        (row, known.get(row.subject_type, {}).get(row.subject_id))
        if row.subject_type
        else (row, places.get(row.component_id))
        for row in rows
    ]


def _places(keys: Collection[Any]) -> dict[Any, Followed]:
    """The pages of places, in the active language where there is one."""
    pages = public_pages().filter(translation_key__in=keys).select_related("locale")
    found: dict[Any, Page] = {}
    for page in pages:
        if page.translation_key not in found or page.locale.language_code == get_language():
            found[page.translation_key] = page
    return {
        key: Followed(page.title, page.url or "", page.locale.language_code)
        for key, page in found.items()
    }
