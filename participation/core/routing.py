"""Component pages have addresses below them; pages are found in one query, however deep."""

import copy
import logging
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.db.models import Exists, OuterRef, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import re_path
from django.utils.translation import get_language
from wagtail import urls as wagtail_urls
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.urls import serve_pattern
from wagtail.views import serve

from . import moments
from .below import component_url, match_below, resolver
from .easy_pages import serve_version
from .shared import private

__all__ = ["component_url", "fast_serve", "find_page", "match_below", "resolver", "urlpatterns"]

logger = logging.getLogger(__name__)
SITE_SECONDS = 60


def _site(request: HttpRequest) -> Site | None:
    host = request.get_host()
    key = f"raati:site:{host}"
    site = cache.get(key)
    if site is None:
        site = Site.find_for_request(request)
        if site is not None:
            cache.set(key, site, SITE_SECONDS)
    else:
        request._wagtail_site = site  # type: ignore[attr-defined]
    return site


def _root_path(site: Site, roots: list[Any]) -> str | None:
    """The url path of the site's home page in the active language."""
    language = get_language()
    for root in roots:
        if root.site_id == site.pk and root.language_code == language:
            return root.root_path
    return None


def _own_route(page: Page) -> bool:
    """Whether the page type routes in a way of its own, which we must not skip."""
    from .pages import ComponentPageMixin

    route = type(page).route
    return route not in (Page.route, ComponentPageMixin.route)


def find_page(request: HttpRequest, path: str) -> bool:
    """Set the request's route from one look at all prefixes of the path.

    False, with nothing set, when anything is out of the ordinary: then Wagtail's
    own walk down the tree answers.
    """
    site = _site(request)
    # From Wagtail's cache, once: every page that makes an address would ask for them anew.
    roots = Site.get_site_root_paths()
    root = _root_path(site, roots) if site else None
    if root is None:
        return False
    parts = [part for part in path.split("/") if part]
    prefixes = [root]
    for part in parts:
        prefixes.append(f"{prefixes[-1]}{part}/")
    place = _remembered(prefixes, parts) or _looked_up(prefixes, parts)
    if place is None:
        return False
    for each in (request, place.page, *place.chain):
        each._wagtail_cached_site_root_paths = roots  # type: ignore[attr-defined]
    try:
        route = place.page.route(request, parts[place.depth :])
    except Http404:
        return False
    request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    request.raati_chain = place.chain  # type: ignore[attr-defined]
    return True


@dataclass(frozen=True)
class _Place:
    """The page that answers, as its own type, and the pages from the site's home page to it."""

    page: Page
    chain: list[Page]

    @property
    def depth(self) -> int:
        """How many parts of the path lead to the page."""
        return len(self.chain) - 1

    def copied(self) -> "_Place":
        return _Place(copy.copy(self.page), [copy.copy(each) for each in self.chain])


def _looked_up(prefixes: list[str], parts: list[str]) -> _Place | None:
    """From the database: one look at all prefixes, and the page itself."""
    rows = Page.objects.filter(url_path__in=prefixes, locale__language_code=get_language())
    rows = rows.annotate(is_restricted=Exists(_restrictions_here))
    chain = sorted(rows.select_related("content_type"), key=lambda page: page.depth)
    if not chain or chain[0].url_path != prefixes[0]:
        return None
    if any(page.url_path != prefix for page, prefix in zip(chain, prefixes, strict=False)):
        return None
    if not all(page.live for page in chain):
        return None
    if any(_own_route(page.specific_deferred) for page in chain):
        return None
    chain = chain[: _answering(chain, parts) + 1]
    page = chain[-1].specific
    page.is_open_to_all = _is_open_to_all(chain)
    place = _Place(page, chain)
    moments.put(_key(page.url_path), place.copied())
    return place


def _remembered(prefixes: list[str], parts: list[str]) -> _Place | None:
    """The page whose view the path names, where it was looked up a moment ago.

    Only a page with views below it can be told from its part of the path alone: another
    path may lead to a child.
    """
    for depth in range(len(prefixes)):
        place: _Place | None = moments.recall(_key(prefixes[depth]))
        is_whole = depth == len(parts)
        if place and (is_whole or _has_view(place.page, parts[depth:])):
            is_first = not any(
                _has_view(page, parts[up:]) for up, page in enumerate(place.chain[:-1])
            )
            return place.copied() if is_first else None
    return None


def _key(url_path: str) -> tuple[str, str | None, str]:
    return ("page", get_language(), url_path)


#: Restrictions of the page itself, or of the whole tree.
_restrictions_here = PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page__depth=1))


def _is_open_to_all(chain: list[Page]) -> bool:
    """Whether surely nothing restricts the last page: no restriction at any page above it.

    An alias takes its restrictions from elsewhere, and above a deeper home page is more
    than the chain: there Wagtail looks for itself.
    """
    return chain[0].depth == 2 and not any(page.is_restricted or page.alias_of_id for page in chain)


def _answering(chain: list[Page], parts: list[str]) -> int:
    """Which page of the chain answers, as the walk down would choose: views before children."""
    views = (depth for depth, page in enumerate(chain[:-1]) if _has_view(page, parts[depth:]))
    return next(views, len(chain) - 1)


def _has_view(page: Page, parts: list[str]) -> bool:
    """Whether a view below the page answers this path."""
    urlconf = getattr(page.specific_class, "urlconf", None)
    return urlconf is not None and match_below(urlconf, parts) is not None


def fast_serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's serve view, with the page found in one query where that is possible.

    An answer for which the session was looked at (a private page, a password)
    is nobody else's, whatever the page's own view said.
    """
    response = serve_version(request, path, find_page)
    if response is None:
        find_page(request, path)
        response = serve(request, path)
    session = getattr(request, "session", None)
    if session is not None and session.accessed:
        private(response)
    return response


# Wagtail's own addresses that are no pages (passwords of private pages) come first:
# the pattern of pages would take them, too.
urlpatterns = [
    *(each for each in wagtail_urls.urlpatterns if each.name != "wagtail_serve"),
    re_path(serve_pattern, fast_serve, name="wagtail_serve"),
]
