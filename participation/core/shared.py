"""Two kinds of answers: pages that are the same for everyone, and what is mine."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control

from . import conf

View = Callable[..., HttpResponse]
Response = TypeVar("Response", bound=HttpResponseBase)


def private(response: Response) -> Response:
    """Keep the answer out of every cache, the browser's back-forward store included."""
    response.headers.pop("Cache-Control", None)
    patch_cache_control(response, private=True, no_store=True)
    return response


def shared(response: Response, seconds: int | None = None) -> Response:
    """Let a proxy keep the answer for everyone, signed-in people too, for a moment.

    Only for answers without token, person, message or nonce (docs/caching.md).
    """
    kept = conf.get("SHARED_SECONDS") if seconds is None else seconds
    patch_cache_control(response, public=True, max_age=0, s_maxage=kept)
    return response


def private_page(view: View) -> View:
    """Decorator: the view's answers are one person's own."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return private(view(request, *args, **kwargs))

    return wrapped


def shared_page(view: View) -> View:
    """Decorator: the view's successful answers to GET are the same for everyone."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        preview = getattr(request, "is_preview", False)
        if preview or request.method not in ("GET", "HEAD") or response.status_code >= 400:
            return private(response)
        return shared(response)

    return wrapped
