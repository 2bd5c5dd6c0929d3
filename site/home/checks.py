"""What the law and good manners want before a round opens, as far as the site knows it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from participation.core.checklists import Point, register_check

from .models import HomePage, PrivacyPage, RulesPage


def published(model: type[Page], page: Page) -> bool:
    """Whether such a page is out in the language of `page`; the forms then link to it."""
    return model.objects.filter(locale=page.locale_id, live=True).exists()


def other_ways_of(page: Any) -> str:
    """How to take part by phone or on paper: told on the page itself or on the front page."""
    own = getattr(page, "other_ways", "")
    homes = HomePage.objects.filter(locale=page.locale_id, live=True)
    told = own or next(iter(homes.values_list("other_ways", flat=True)), "")
    return get_text_for_indexing(told).strip()


def check_law(page: Any) -> Iterable[Point]:
    yield Point(
        _("The privacy notice is published in this language"),
        published(PrivacyPage, page),
        _("The forms link to it by themselves."),
    )
    yield Point(
        _("The rules of discussion are published in this language"),
        published(RulesPage, page),
        _("The forms link to them by themselves."),
    )
    yield Point(
        _("It is told how to take part by phone or on paper"),
        bool(other_ways_of(page)),
        _("Under “other ways to take part”, here or on the front page."),
    )


def enter() -> None:
    register_check(check_law)
