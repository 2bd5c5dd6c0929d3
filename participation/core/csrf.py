"""When a form's token no longer holds: nothing typed is lost, nothing forged is offered.

Signing in renews the token, so a form that stood open in another tab fails
honestly. Its writer gets the text back with a fresh token. A form that another
site sent must not: the page would ask the victim to confirm the forgery.
"""

import re

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.shortcuts import render

# What nobody may read over a shoulder, and what holds only once anyway.
_SECRET = re.compile(r"passw|secret|credential|token|(^|[_-])(code|pin|otp)([_-]|$)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MACHINE_MADE = re.compile(r"[\w=.:-]*\d[\w=.:-]*")


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: the text again if this site's own page sent it, else a refusal."""
    fields = _kept_fields(request) if _is_from_here(request) else []
    context = {
        "fields": fields,
        "texts": [value for _name, value in fields if _is_text(value)],
        "had_files": bool(fields and request.FILES),
        "had_secrets": bool(fields) and any(_SECRET.search(name) for name in _names(request)),
        "address": request.get_full_path(),
    }
    response = render(request, "raati_core/csrf_failure.html", context, status=403)
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _is_from_here(request: HttpRequest) -> bool:
    """Whether the browser vouches that a page of this very site sent the form.

    Every browser of today names the origin of a form that it posts; without a
    name, or with `null`, nobody vouches.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return False
    own = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    return request.headers.get("Origin") in own


def _names(request: HttpRequest) -> list[str]:
    return [name for name in request.POST if name != "csrfmiddlewaretoken"]


def _kept_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and values to send again, in their order, without secrets."""
    try:
        names = _names(request)
    except (SuspiciousOperation, MultiPartParserError, OSError):
        return []
    return [
        (name, value)
        for name in names
        if not _SECRET.search(name)
        for value in request.POST.getlist(name)
    ]


def _is_text(value: str) -> bool:
    """Whether a person wrote it, as against keys and choices that travel along."""
    return bool(_WORDS.search(value)) and not _MACHINE_MADE.fullmatch(value)
