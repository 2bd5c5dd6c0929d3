"""Back to the act: where a visitor goes after signing in."""

import re
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse

from participation.core.returning import is_own_path, wanted

__all__ = ["carry", "is_account_path", "is_own_path", "is_unprefixed", "language_of", "wanted"]

_LANGUAGES = "|".join(re.escape(code) for code, _name in settings.LANGUAGES)
_ACCOUNTS = re.compile(rf"^(?:/(?P<language>{_LANGUAGES}))?/accounts/")
_PREFIXED = re.compile(rf"^/(?P<language>{_LANGUAGES})/")


def is_account_path(path: str) -> bool:
    return bool(_ACCOUNTS.match(path))


def is_unprefixed(path: str) -> bool:
    """Whether the address of an account page leaves the language open."""
    match = _ACCOUNTS.match(path)
    return match is not None and match["language"] is None


def language_of(url: str | None) -> str | None:
    """The language in which the page behind `url` is written."""
    match = _PREFIXED.match(url or "")
    return match["language"] if match else None


def carry(request: HttpRequest, response: HttpResponse) -> None:
    """Hand the wanted path on when one account page leads to another."""
    target = response.headers.get("Location", "")
    if response.status_code not in (301, 302, 303) or not is_account_path(target):
        return
    url = wanted(request)
    if not url or target == url or f"{REDIRECT_FIELD_NAME}=" in urlsplit(target).query:
        return
    separator = "&" if "?" in target else "?"
    response.headers["Location"] = (
        f"{target}{separator}{urlencode({REDIRECT_FIELD_NAME: url}, safe='/')}"
    )
