"""Back to the act: the address in `next`, if it is a path of this site and nothing else."""

import re

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

MOST = 2000
# Browsers drop tabs and line feeds from an address and read \ as /.
_TREACHEROUS = re.compile(r"[\x00-\x20\x7f-\x9f\\]")


def is_own_path(url: str | None) -> bool:
    """Whether `url` is a path of this site and nothing a browser could read otherwise."""
    if not url or len(url) > MOST or not url.startswith("/") or url.startswith("//"):
        return False
    if _TREACHEROUS.search(url):
        return False
    return url_has_allowed_host_and_scheme(url, allowed_hosts=None)


def wanted(request: HttpRequest) -> str | None:
    """The own path that the visitor asked to return to."""
    url = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME)
    return url if is_own_path(url) else None
