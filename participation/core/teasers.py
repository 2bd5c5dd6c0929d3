"""Where a teaser on a page looks for what it shows."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Page, Site


def start_of(context: Mapping[Any, Any], chosen: Page | None) -> Page | None:
    """The chosen page in the reader's language, else the front page; no query on the fast route."""
    if chosen is not None:
        return chosen.localized
    request = context.get("request")
    chain = getattr(request, "raati_chain", None)
    if chain:
        return chain[0]
    site = Site.find_for_request(request) if request else None
    return site.root_page.localized if site else None
