"""Forms that could not be taken: what was typed goes back to its writer, to be sent again."""

import re
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError

# What nobody may read over a shoulder, and what holds only once anyway.
_SECRET = re.compile(r"passw|secret|credential|token|(^|[_-])(code|pin|otp)([_-]|$)", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MACHINE_MADE = re.compile(r"[\w=.:-]*\d[\w=.:-]*")


def resending(request: HttpRequest) -> dict[str, Any]:
    """The context of `raati_core/send_again.html`: nothing in it if another site sent the form."""
    fields = _kept_fields(request) if _is_from_here(request) else []
    return {
        "fields": fields,
        "texts": [value for _name, value in fields if _is_text(value)],
        "had_files": bool(fields and request.FILES),
        "had_secrets": bool(fields) and any(_SECRET.search(name) for name in _names(request)),
        "address": request.get_full_path(),
    }


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
