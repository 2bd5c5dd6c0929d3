"""Addresses for readers outside the site: absolute, on the site's own public address."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.translation import override
from wagtail.models import Page

from .public import public_pages


def absolute(path: str) -> str:
    """The path on the address that the deployer gave the site; never a request's host."""
    if "://" in path:
        return path
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def pages_of(keys: Iterable[Any]) -> dict[Any, dict[str, Page]]:
    """The public pages of places of participation by key and language: one query, or two."""
    pages = public_pages().filter(translation_key__in=set(keys)).select_related("locale")
    found: dict[Any, dict[str, Page]] = {}
    for page in pages:
        found.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return found


def titles_and_addresses(pages: dict[str, Page]) -> tuple[dict[str, str], dict[str, str]]:
    """By language; a page that has no address is left out."""
    titles, urls = {}, {}
    for code, page in sorted(pages.items()):
        with override(code):
            address = page.get_url()
        if address:
            titles[code], urls[code] = page.title, absolute(address)
    return titles, urls
