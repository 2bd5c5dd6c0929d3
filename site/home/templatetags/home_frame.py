"""Tags that the site's header and footer are drawn with."""

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.context import Context
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from home import frame as frames
from participation.core.public_addresses import absolute

register = template.Library()


def _page(context: Context) -> Page | None:
    page = context.get("page")
    return page if isinstance(page, Page) else None


@register.simple_tag(takes_context=True)
def site_frame(context: Context) -> frames.Frame | None:
    """Name, menu and legal links of this site in the active language."""
    request = context.get("request")
    return frames.frame_for(request) if request else None


@register.simple_tag(takes_context=True)
def site_languages(context: Context) -> list[frames.LanguageLink]:
    """The language switch for this page."""
    request = context.get("request")
    return _links(request, _page(context)) if request else []


def _links(request: HttpRequest, page: Page | None) -> list[frames.LanguageLink]:
    """The links of this answer, asked for once: the head and the header show them both."""
    known = getattr(request, "home_languages", None)
    if known is None:
        known = request.home_languages = frames.language_links(request, page)  # type: ignore[attr-defined]
    return known


@register.inclusion_tag("home/share.html", takes_context=True)
def reader_head(context: Context) -> dict[str, Any]:
    """The page's one address, its other languages, and its card where somebody shares it.

    A view below a page has them when it gives `share`: a title and a text.
    """
    request, page = context.get("request"), _page(context)
    if request is None or page is None or not page.pk or getattr(request, "is_preview", False):
        return {}
    is_page = request.path == page.get_url(request)
    own = {"title": page.seo_title or page.title, "text": _description(page)} if is_page else None
    share = context.get("share", own)
    if not share:
        return {}
    links = [link for link in _links(request, page) if not link.missing]
    frame = frames.frame_for(request)
    return {
        **share,
        "address": absolute(request.path),
        "languages": {link.code: absolute(link.href.split("?")[0]) for link in links},
        "first": settings.LANGUAGE_CODE,
        "picture": absolute(static("home/share.png")),
        "site": frame.name if frame else "",
    }


def _description(page: Page) -> str:
    lead = getattr(page, "lead", "")
    return page.search_description or (lead if isinstance(lead, str) else "")


@register.simple_tag(takes_context=True)
def current_link(context: Context, frame: frames.Frame) -> frames.Link | None:
    """The menu entry that the reader is at or below."""
    request = context.get("request")
    return frames.is_in(request.path, frame.menu) if request else None


@register.simple_tag(takes_context=True)
def foreign_text(context: Context) -> SafeString:
    """A lang attribute for the content of a page that stands in for its translation."""
    code = frames.foreign_language(_page(context))
    return format_html(' lang="{}"', code) if code else SafeString("")


@register.inclusion_tag("home/missing_translation.html", takes_context=True)
def missing_translation(context: Context) -> dict[str, Any]:
    """A notice where the page is not in the language that was asked for."""
    request, page = context.get("request"), _page(context)
    if request is None:
        return {}
    asked = frames.missing_language(request)
    foreign = frames.foreign_language(page)
    if not asked and not foreign:
        return {}
    shown = foreign or get_language() or ""
    with override(asked or get_language()):
        frame = frames.frame_for(request)
        words = {"language": get_language_info(shown)["name_translated"].lower()}
        return {
            "language": asked,
            "text": _("This page has not been translated into English. It is in %(language)s.")
            % words,
            "home": frame.home if frame else "",
            "label": _("To the front page in English"),
        }
