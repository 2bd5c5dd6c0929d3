"""Template tags of the suite: addresses, fragments, slots, texts, dates."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.template.context import Context
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from i18nfield.strings import LazyI18nString
from wagtail.models import Page

from .. import clock, conf, easy, eligibility, previews, when
from ..fragments import Fragment
from ..routing import component_url as url_of
from ..slots import fillers
from ..text import plain, render_markdown

register = template.Library()


@register.simple_tag
def component_url(page: Any, name: str = "", *args: Any) -> str:
    """The address of a view below a place of participation."""
    return url_of(page, name, *args)


@register.filter
def web_address(value: object) -> str:
    """An address of the web as it stands, "" for any other: what a link leads to runs nothing."""
    text = str(value or "").strip()
    return text if text.lower().startswith(("https://", "http://")) else ""


@register.simple_tag
def fragment(piece: Fragment) -> SafeString:
    """Draw a fragment in the active language."""
    return format_html("{}", SafeString(piece.html()))


@register.simple_tag(takes_context=True)
def slot(context: Context, name: str, *objects: Any) -> SafeString:
    """Everything that the packages above put into this place."""
    pieces = []
    for filler in fillers(name):
        piece = filler(context, *objects)
        if isinstance(piece, Fragment):
            piece = SafeString(piece.html())
        if piece:
            pieces.append((conditional_escape(piece),))
    return format_html_join("\n", "{}", pieces)


@register.filter
def i18n_text(value: Any) -> str:
    """A text in several languages; a fallback carries the language it is in."""
    if not isinstance(value, LazyI18nString) or not isinstance(value.data, dict):
        return str(value)
    text = str(value)
    own = get_language() or ""
    if value.data.get(own) or value.data.get(own.split("-")[0]):
        return text
    language = next((code for code, words in value.data.items() if words == text), None)
    if language is None:
        return text
    return format_html('<span lang="{}">{}</span>', language, text)


@register.filter
def markdown(text: str) -> SafeString:
    """Residents' text as safe HTML."""
    return render_markdown(text)


@register.filter
def excerpt(text: str, length: int = 200) -> str:
    """The beginning of a text, without formatting."""
    return plain(text, length)


@register.filter
def moment(value: datetime | None) -> str:
    """ "ti 30.8.2022 klo 17.30"."""
    return when.moment_text(value) if value else ""


@register.filter
def day(value: date | datetime | None) -> str:
    """ "ti 30.8.2022"."""
    return when.day_text(value) if value else ""


@register.filter
def euros(value: Decimal | None) -> str:
    """ "12 500 €"."""
    return "" if value is None else when.euros_text(value)


@register.filter
def days_left(value: datetime | None) -> int | None:
    """Whole local days from today until the instant; None without one."""
    if value is None:
        return None
    return when.days_between(clock.glance(), value)


@register.filter
def time_left(value: datetime | None) -> dict[str, Any] | None:
    """Arguments of the element `time_left`: how long it is open, and whether it is urgent."""
    if value is None:
        return None
    at = clock.glance()
    over = value <= at
    return {
        "text": when.left_text(value, at),
        "soon": not over and when.days_between(at, value) <= 2,
        "over": over,
        "iso": value.isoformat(),
    }


@register.simple_tag(takes_context=True)
def crumbs(context: Context, page: Page) -> list[dict[str, str]]:
    """The pages above `page`, for the element `breadcrumbs`; no query on the fast route."""
    chain = getattr(context.get("request"), "raati_chain", None)
    if chain is None or page.pk not in [each.pk for each in chain]:
        chain = page.get_ancestors().filter(depth__gt=1) if page.pk else []
    above = [each for each in chain if each.depth < page.depth]
    return [
        {"label": each.title if number else _("Front page"), "href": each.get_url() or ""}
        for number, each in enumerate(above)
    ]


@register.inclusion_tag("raati_core/who_may.html")
def who_may(component: Any) -> dict[str, Any]:
    """Who may take part, the same for every reader; nothing where everybody may."""
    return {"clauses": eligibility.clauses(eligibility.conditions_of(component))}


@register.inclusion_tag("raati_core/not_yet.html")
def not_yet(answer: Any, back: str) -> dict[str, Any]:
    """Why this reader may not take part (yet), and the step that leads `back`; personal."""
    step = answer.step
    href = step.leading_back(back) if step else ""
    return {"answer": answer, "step": step, "href": href}


@register.inclusion_tag("raati_core/easy_switch.html", takes_context=True)
def easy_switch(context: Context) -> dict[str, Any]:
    """The way to the page's easy-language version and back; nothing on views below a page."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, Page) or not page.pk or request is None:
        return {}
    if context.get("easy"):
        return {"href": page.get_url(request), "is_easy": True}
    if page.pk in easy.pages_with_version() and request.path == page.get_url(request):
        return {"href": easy.address_of(page, request)}
    return {}


@register.simple_tag(takes_context=True)
def forced_scheme(context: Context) -> SafeString | str:
    """The attribute that shows a preview by day or by night, whatever the device says."""
    scheme = previews.forced_scheme(context.get("request"))
    return format_html(' data-scheme="{}"', scheme) if scheme else ""


@register.simple_tag
def is_demo() -> bool:
    """Whether the site shows demonstration material."""
    return bool(conf.get("DEMO"))
