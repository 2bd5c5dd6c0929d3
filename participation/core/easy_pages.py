"""The easy-language version as readers see it: an address below its page."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from wagtail import hooks
from wagtail.models import Page

from . import easy
from .models import EasyText
from .shared import shared_page


def page_above(request: HttpRequest, path: str, find: Any) -> Page | None:
    """The page whose version `path` may name; None where it names something else.

    `find` sets the request's route as the router does. A page of its own with
    that name comes first.
    """
    *above, last = [part for part in path.split("/") if part] or [""]
    if last not in easy.SLUGS.values() or not find(request, "/".join(above)):
        return None
    page, *_rest = request._wagtail_route_for_request  # type: ignore[attr-defined]
    del request._wagtail_route_for_request  # type: ignore[attr-defined]
    is_view_below = len(request.raati_chain) <= len(above)  # type: ignore[attr-defined]
    if is_view_below or page.get_children().live().filter(slug=last).exists():
        return None
    return page


def serve_version(request: HttpRequest, path: str, find: Any) -> HttpResponse | None:
    """The version at `path`; on to the page itself where it has none; None: not such an address."""
    page = page_above(request, path, find)
    if page is None:
        return None
    # As Wagtail's own serve view: what restricts the page restricts its version.
    chain: Any = _answer
    for hook in reversed(hooks.get_hooks("on_serve_page")):
        chain = hook(chain)
    for hook in hooks.get_hooks("before_serve_page"):
        refusal = hook(page, request, [], {})
        if isinstance(refusal, HttpResponse):
            return refusal
    return chain(page, request, [], {})


def _answer(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
    version = EasyText.objects.published().filter(page=page).first()
    if version is None:
        return HttpResponseRedirect(page.get_url(request) or "/")
    if not request.path.endswith(f"/{easy.slug_in()}/"):
        return HttpResponseRedirect(easy.address_of(page, request))
    return shared_page(draw)(request, page, version)


def draw(request: HttpRequest, page: Page, version: EasyText) -> HttpResponse:
    context = {
        "page": page,
        "self": page,
        "easy": version,
        "easy_language": easy.language_tag(),
    }
    return render(request, "raati_core/easy_page.html", context)
