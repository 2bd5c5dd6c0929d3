"""Back to the act: where a visitor goes after signing in."""

import re
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

_LANGUAGES = "|".join(re.escape(code) for code, _name in settings.LANGUAGES)
_ACCOUNTS = re.compile(rf"^(?:/(?P<language>{_LANGUAGES}))?/accounts/")
_PREFIXED = re.compile(rf"^/(?P<language>{_LANGUAGES})/")
# Browsers drop tabs and line feeds from an address and read \ as /.
_TREACHEROUS = re.compile(r"[\x00-\x20\x7f-\x9f\\]")


def is_own_path(url: str | None) -> bool:
    """Whether `url` is a path of this site and nothing a browser could read otherwise."""
    if not url or len(url) > 2000 or not url.startswith("/") or url.startswith("//"):
        return False
    if _TREACHEROUS.search(url):
        return False
    return url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def is_account_path(path: str) -> bool:
    return bool(_ACCOUNTS.match(path))


def is_unprefixed(path: str) -> bool:
    """Whether the address of an account page leaves the language open."""
    match = _ACCOUNTS.match(path)
    return match is not None and match["language"] is None


def wanted(request: HttpRequest) -> str | None:
    """The own path that the visitor asked to return to."""
    url = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME)
    return url if is_own_path(url) else None


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
