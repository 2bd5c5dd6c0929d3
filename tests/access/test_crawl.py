"""What pages lead to: every link and every form of ours goes to an address of the table."""

import re
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve

from participation.core.below import match_below
from participation.core.pages import ViewsBelow

from . import table
from .addresses import PAGES, TWICE, all_addresses
from .visiting import visit

_LINKS = re.compile(r'(?:href|action|hx-get|hx-post|data-personal)="([^"#]+)"')
#: What the web server hands out, not a view.
FILES = (settings.STATIC_URL, settings.MEDIA_URL, "/favicon")


def links_in(html: str) -> set[str]:
    """The paths on this site that a page names."""
    found = {urlsplit(each.replace("&amp;", "&")) for each in _LINKS.findall(html)}
    paths = {each.path for each in found if each.netloc in ("", "localhost", "testserver")}
    # "/" alone leads to the reader's language.
    return {p for p in paths if p.startswith("/") and p != "/" and not p.startswith(FILES)}


class Known:
    """Which addresses the table knows, by what they resolve to."""

    def __init__(self, things) -> None:
        self.pages = {
            page.full_url.replace("http://localhost", ""): page for page in things.pages.values()
        }
        paths = [each.path.partition("?")[0] for each in all_addresses(things)]
        self.routes = {route for path in paths if (route := self.route_of(path))}

    def route_of(self, path: str) -> str:
        """The pattern behind a path, the page's type and the view below it for a page."""
        path = re.sub(r"^/(sv|en)/", "/fi/", path)
        if path.startswith(f"/{TWICE}"):
            path = f"/fi{path}"
        try:
            match = resolve(path)
        except Resolver404:
            return ""
        if match.url_name != PAGES:
            return str(match.route)
        above = [url for url in self.pages if path.startswith(url)]
        page = self.pages[max(above, key=len)] if above else None
        if not isinstance(page, ViewsBelow):
            return "page"
        below = [part for part in path.removeprefix(page.get_url()).split("/") if part]
        found = match_below(page.urlconf, below)
        return f"{type(page).__name__}: {found.route}" if found else "page"


@pytest.mark.parametrize("role", ["guest", "resident", "communications", "administrator"])
def test_what_pages_lead_to_is_in_the_table(things, role):
    known, browser = Known(things), things.world.cast.browser(role)
    unknown = set()
    for address in all_addresses(things):
        if not (address.is_ours and table.is_asked(role, address)):
            continue
        letter, answer, _changed = visit(browser, "GET", address.path)
        if letter == "." and "html" in answer.headers.get("Content-Type", ""):
            leads_to = links_in(answer.content.decode())
            unknown |= {path for path in leads_to if known.route_of(path) not in known.routes}
    assert not unknown
