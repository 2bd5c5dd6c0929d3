"""The way to the sign-in, and back to what somebody was about to do."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import resolve_url


def sign_in_address(then: str) -> str:
    """The sign-in page, which leads back to `then`."""
    return f"{resolve_url(settings.LOGIN_URL)}?{urlencode({'next': then})}"
