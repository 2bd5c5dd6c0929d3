"""Views below a page: one urlconf per page type, resolved without the site's root urlconf.

Apart from routing.py, because page types import it while models are loading and
Wagtail's own urls can only be imported afterwards.
"""

from functools import lru_cache
from typing import Any

from django.urls import URLResolver
from django.urls.exceptions import Resolver404
from django.urls.resolvers import RegexPattern, ResolverMatch
from wagtail.models import Page


@lru_cache(maxsize=64)
def resolver(urlconf: str) -> URLResolver:
    return URLResolver(RegexPattern(r"^/"), urlconf)


def match_below(urlconf: str, parts: list[str]) -> ResolverMatch | None:
    """The view of `urlconf` for the path below its page, or None."""
    try:
        return resolver(urlconf).resolve("/" + "".join(f"{part}/" for part in parts))
    except Resolver404:
        return None


def component_url(page: Page, name: str = "", *args: Any) -> str:
    """The address of the view `name` below the component page `page` (a specific page)."""
    base = page.get_url() or ""
    if not name:
        return base
    return base + resolver(page.urlconf).reverse(name, *args)
