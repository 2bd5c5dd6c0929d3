"""What surrounds every page: name, menu, languages, legal links.

Read once for each site and language and kept in the cache; page signals clear
it (receivers.py). Language links belong to one page and cost one query.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from secrets import token_hex
from typing import Any
from urllib.parse import urlencode
from zlib import crc32

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from participation.core.public import public_pages

from .models import (
    AccessibilityPage,
    HomePage,
    NewsIndexPage,
    PrivacyPage,
    RulesPage,
    SiteOptions,
)

SECONDS = 300
MISSING = "missing"


@dataclass(frozen=True)
class Link:
    title: str
    href: str


@dataclass(frozen=True)
class Frame:
    """The frame's content in one language; plain values that a cache can keep."""

    name: str
    home: str
    menu: tuple[Link, ...] = ()
    about: str = ""
    contact: str = ""
    other_ways: str = ""
    logo: str = ""
    news: Link | None = None
    legal: dict[str, Link] = field(default_factory=dict)
    #: Another one whenever a page changed: what else is remembered hangs on it.
    token: str = field(default_factory=token_hex)


def codes() -> list[str]:
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


#: While an upgrade is under way old and new code share one cache, but not one shape.
_SHAPE = crc32(" ".join(each.name for each in fields(Frame)).encode())


def _key(site_id: int, language: str) -> str:
    return f"home:frame:{_SHAPE:x}:{site_id}:{language}"


def forget_frames() -> None:
    """Make the next page of every site and language read its frame anew."""
    sites = Site.objects.values_list("pk", flat=True)
    cache.delete_many([_key(pk, code) for pk in sites for code in codes()])


def frame_for(request: HttpRequest) -> Frame | None:
    """The frame of the request's site in the active language; None without a site."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    language = get_language() or settings.LANGUAGE_CODE
    known: dict[str, Frame] = request.__dict__.setdefault("_home_frames", {})
    if language not in known:
        frame = cache.get(_key(site.pk, language))
        if frame is None:
            frame = _read(site, language)
            cache.set(_key(site.pk, language), frame, SECONDS)
        known[language] = frame
    return known[language]


def home_in(site: Site, language: str) -> Page:
    """The site's front page in `language`, or the one it has."""
    root = site.root_page
    here = Page.objects.filter(
        translation_key=root.translation_key, locale__language_code=language, live=True
    )
    return (here.first() or root).specific


def _read(site: Site, language: str) -> Frame:
    home = home_in(site, language)
    below = public_pages().descendant_of(home).order_by("path")
    options = SiteOptions.for_site(site)
    is_front = isinstance(home, HomePage)
    logo = options.logo.get_rendition("height-88") if options.logo else None
    return Frame(
        name=site.site_name or home.title,
        home=home.get_url() or "/",
        menu=tuple(_link(page) for page in below.child_of(home).in_menu()),
        about=home.about if is_front else "",
        contact=_html(home.contact) if is_front else "",
        other_ways=_html(home.other_ways) if is_front else "",
        logo=logo.url if logo else "",
        news=_first(below.type(NewsIndexPage)),
        legal={
            name: link
            for name, model in LEGAL.items()
            if (link := _first(below.exact_type(model))) is not None
        },
    )


def _html(rich_text: str) -> str:
    return SafeString(str(RichText(rich_text))) if rich_text else ""


LEGAL: dict[str, type[Page]] = {
    "privacy": PrivacyPage,
    "rules": RulesPage,
    "accessibility": AccessibilityPage,
}


def _link(page: Page) -> Link:
    return Link(page.title, page.get_url() or "")


def _first(pages: Any) -> Link | None:
    page = pages.first()
    return _link(page) if page else None


@dataclass(frozen=True)
class LanguageLink:
    """One entry of the language switch; `missing` says in its language that there is no page."""

    code: str
    href: str
    current: bool
    missing: str = ""

    @cached_property
    def name(self) -> str:
        return local_name(self.code)


def local_name(code: str) -> str:
    """What a language calls itself: "Suomi"."""
    return get_language_info(code)["name_local"].capitalize()


def language_links(request: HttpRequest, page: Page | None) -> list[LanguageLink]:
    """The same page in each language; where there is none, a link that says so.

    Views below a page (an idea) keep their address below the translated page.
    A missing translation leads to the page the reader is on, with
    `?missing=sv`, where a notice in Swedish says what is the matter.
    """
    current = get_language() or settings.LANGUAGE_CODE
    rest = request.GET.copy()
    rest.pop(MISSING, None)
    if page is not None and page.pk:
        found = _elsewhere(request, page)
        below = _below(request, page)
    else:
        found, below = {}, ""
    links = []
    for code in codes():
        if code == current:
            href, missing = _with(request.path, rest), ""
        elif page is not None and code in found:
            href, missing = _with(f"{found[code]}{below}", rest), ""
        elif page is None and (elsewhere := _outside_pages(request, code)):
            href, missing = _with(elsewhere, rest), ""
        else:
            href = f"?{urlencode([*_pairs(rest), (MISSING, code)])}"
            with override(code):
                missing = _("this page is not in English")
        links.append(LanguageLink(code, href, code == current, missing))
    return links


def _pairs(query: Any) -> list[tuple[str, str]]:
    return [(name, value) for name, values in query.lists() for value in values]


def _with(path: str, query: Any) -> str:
    pairs = _pairs(query)
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _outside_pages(request: HttpRequest, code: str) -> str:
    """The address of the same view in another language, for views outside the page tree."""
    path = translate_url(request.path, code)
    return path if path != request.path else ""


def _below(request: HttpRequest, page: Page) -> str:
    base = page.get_url(request) or ""
    return request.path[len(base) :] if base and request.path.startswith(base) else ""


def _elsewhere(request: HttpRequest, page: Page) -> dict[str, str]:
    """The page's addresses in the other languages, remembered as long as the frame."""
    frame = frame_for(request)
    key = f"home:languages:{frame.token if frame else ''}:{page.pk}"
    found = cache.get(key) if frame else None
    if found is None:
        pages = _translations(page)
        found = {code: each.get_url(request) or "" for code, each in pages.items()}
        cache.set(key, found, SECONDS)
    return found


def _translations(page: Page) -> dict[str, Page]:
    """The live pages of the other languages: one query."""
    original = page.alias_of if page.alias_of_id else page
    pages = (
        Page.objects.filter(translation_key=original.translation_key, live=True)
        .exclude(locale=page.locale_id)
        .select_related("locale")
    )
    return {each.locale.language_code: each for each in pages}


def missing_language(request: HttpRequest) -> str:
    """The language that a reader asked for and that this page does not have; else ""."""
    code = request.GET.get(MISSING, "")
    return code if code in codes() and code != get_language() else ""


def foreign_language(page: Page | None) -> str:
    """The language of the text, where an untranslated page stands in for a translation."""
    if page is None or not page.alias_of_id:
        return ""
    original = page.alias_of
    return original.locale.language_code if original.locale_id != page.locale_id else ""


def is_in(path: str, links: Iterable[Link]) -> Link | None:
    """The menu entry that `path` is at or below."""
    inside = [link for link in links if link.href and path.startswith(link.href)]
    return max(inside, key=lambda link: len(link.href), default=None)
