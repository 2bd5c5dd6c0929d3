"""Pages that stay: how to take part, easy language, and what the law wants."""

import datetime as dt
from typing import Any

from wagtail.models import Page

from home.models import AccessibilityPage, ContentPage, PrivacyPage, RulesPage

from .. import dates, pictures
from ..content.accessibility import ACCESSIBILITY
from ..content.legal import PRIVACY, RULES
from ..content.taking_part import EASY, HOW
from ..site_pages import Pages
from ..world import Story, World

PAGES: tuple[tuple[type[Page], dict[str, Any], bool], ...] = (
    (ContentPage, HOW, True),
    (ContentPage, EASY, False),
    (PrivacyPage, PRIVACY, False),
    (RulesPage, RULES, False),
    (AccessibilityPage, ACCESSIBILITY, False),
)


def tell(world: World) -> None:
    for model, told, in_menu in PAGES:
        add(world.pages, model, told, in_menu)


def add(pages: Pages, model: type[Page], told: dict[str, Any], in_menu: bool) -> None:
    published = dates.from_today(-84, 8)

    def fields(language: str) -> dict[str, Any]:
        return texts(pages, told, language, published)

    page = model(slug=told["slug"], show_in_menus=in_menu)
    pages.add("", page, told["title"], fields, published)


def texts(
    pages: Pages, told: dict[str, Any], language: str, published: dt.datetime
) -> dict[str, Any]:
    """The fields of one page in one language, dates filled in."""
    body = dates.fill(told["body"][language], language, published)
    contact = told.get("contact")
    people = [pictures.contact(contact, language)] if contact else []
    value = pages.body(body, language, *({"type": "contact", "value": p} for p in people))
    fields = {"lead": told["lead"][language], "body": value}
    if "rights" in told:
        fields["rights"] = pages.rich(told["rights"][language], language)
    return fields


STORY = Story(
    "Guidance and legal pages", AccessibilityPage.objects.filter(depth__gt=1).exists, tell
)
