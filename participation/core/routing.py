"""Component pages have addresses below them; pages are found in one query, however deep."""

import logging
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
    rows = Page.objects.filter(url_path__in=prefixes, locale__language_code=get_language())
    rows = rows.annotate(is_restricted=Exists(_restrictions_here))
    chain = sorted(rows.select_related("content_type"), key=lambda page: page.depth)
    if not chain or chain[0].url_path != root:
        return False
    if any(page.url_path != prefix for page, prefix in zip(chain, prefixes, strict=False)):
        return False
    if not all(page.live for page in chain):
        return False
    if any(_own_route(page.specific_deferred) for page in chain):
        return False
    found, rest = _answering(chain, parts)
    page = found.specific
    page.is_open_to_all = _is_open_to_all(chain[: chain.index(found) + 1])
    for each in (request, page, *chain):
        each._wagtail_cached_site_root_paths = roots  # type: ignore[attr-defined]
    try:
        route = page.route(request, rest)
    except Http404:
        return False
    request._wagtail_route_for_request = route  # type: ignore[attr-defined]
    request.raati_chain = chain  # type: ignore[attr-defined]
    return True


#: Restrictions of the page itself, or of the whole tree.
_restrictions_here = PageViewRestriction.objects.filter(Q(page=OuterRef("pk")) | Q(page__depth=1))


def _is_open_to_all(chain: list[Page]) -> bool:
    """Whether surely nothing restricts the last page: no restriction at any page above it.

    An alias takes its restrictions from elsewhere, and above a deeper home page is more
    than the chain: there Wagtail looks for itself.
    """
    return chain[0].depth == 2 and not any(page.is_restricted or page.alias_of_id for page in chain)


def _answering(chain: list[Page], parts: list[str]) -> tuple[Page, list[str]]:
    """The page of the chain that answers, as the walk down would choose: views before children."""
    for depth, page in enumerate(chain[:-1]):
        urlconf = getattr(page.specific_class, "urlconf", None)
        if urlconf and match_below(urlconf, parts[depth:]) is not None:
            return page, parts[depth:]
    return chain[-1], parts[len(chain) - 1 :]


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
