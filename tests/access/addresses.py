"""Every address of the product, from the resolver and from below the pages, filled in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.regex_helper import normalize
from wagtail.models import Page, get_page_models

from participation.core.below import resolver
from participation.core.pages import ViewsBelow

from .things import Things

#: The tree of pages has addresses of its own, below.
PAGES = "wagtail_serve"
#: The same views as with a language.
TWICE = "accounts/"
#: A pattern that stands for anything, and one address of it.
FIXED = {"/admin/.": "/admin/nowhere/"}


#: Where our own views are; the others' know Django's rights alone, not our roles.
OURS = ("participation.", "home.", "accounts.", "functools")


@dataclass(frozen=True)
class Address:
    """As the table names it, where it is in this town, and whether the view is ours."""

    name: str
    path: str
    is_ours: bool = True


@dataclass(frozen=True)
class Pattern:
    route: str
    params: tuple[str, ...]
    view: Any
    name: str


def _patterns(
    node: URLResolver, route: str = "", params: tuple[str, ...] = ()
) -> Iterator[Pattern]:
    for each in node.url_patterns:
        piece, names = normalize(each.pattern.regex.pattern)[0]
        whole = route + piece, (*params, *names)
        if isinstance(each, URLResolver):
            yield from _patterns(each, *whole)
        elif isinstance(each, URLPattern):
            yield Pattern(*whole, each.callback, each.name or "")


def from_resolver(things: Things) -> Iterator[Address]:
    """Without those that only repeat one with a language, and without the tree of pages."""
    for pattern in _patterns(get_resolver()):
        if pattern.name != PAGES and not pattern.route.startswith(TWICE):
            route = f"/{pattern.route}"
            for name, path in _filled(FIXED.get(route, route), pattern.params, things.fill):
                yield Address(name, path, pattern.view.__module__.startswith(OURS))


def below_pages(things: Things) -> Iterator[Address]:
    """The pages themselves, and the views that a page type has below its pages."""
    for name, page in things.pages.items():
        address = page.full_url.replace("http://localhost", "")
        yield Address(f"{{{name}}}", address)
        for pattern in _patterns(resolver(page.urlconf)) if isinstance(page, ViewsBelow) else ():
            route = pattern.route.removeprefix("/")
            for below, path in _filled(route, pattern.params, things.fill_below(name)):
                if below:
                    yield Address(f"{{{name}}}{below}", f"{address}{path}")


def _filled(
    route: str, params: tuple[str, ...], fill: Callable[[str, int], Any]
) -> Iterator[tuple[str, str]]:
    for cells in fill(route, len(params)) if params else [[]]:
        named = [f"{{{cell[0]}}}" if isinstance(cell, tuple) else cell for cell in cells]
        values = [cell[1] if isinstance(cell, tuple) else cell for cell in cells]
        keys = zip(params, named, strict=True), zip(params, values, strict=True)
        yield route % dict(keys[0]), route % dict(keys[1])


def all_addresses(things: Things) -> list[Address]:
    """Each once, in the resolver's order; what an earlier pattern takes is never reached."""
    found = {each.name: each for each in [*below_pages(things), *from_resolver(things)][::-1]}
    return list(found.values())[::-1]


def page_types_without_a_page(things: Things) -> set[str]:
    """Every type of page that somebody can make has to be somewhere in the town."""
    here = {type(page) for page in things.pages.values()}
    return {model.__name__ for model in get_page_models() if model not in here | {Page}}
