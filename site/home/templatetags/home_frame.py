"""Tags that the site's header and footer are drawn with."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, override
from django.utils.translation import gettext as _
from wagtail.models import Page

from home import frame as frames

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
    return frames.language_links(request, _page(context)) if request else []


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
