"""What the front page shows: what is open now, what comes next, and the latest news."""

from collections.abc import Iterable
from datetime import timedelta
from operator import attrgetter
from typing import Any

from django.db.models import Q
from wagtail.images import get_image_model
from wagtail.models import Page

from participation.core.invitations import Invitation, Places
from participation.core.receivers import component_pages
from participation.core.visibility import private_pages

from .models.content import NewsPage

NEWS = 3
CARDS = 9
SOON = timedelta(days=60)
DATES = 6


def front_page(home: Page, request: Any) -> dict[str, Any]:
    """The front page's context; the same for everyone."""
    private = private_pages(request)
    places = places_below(home, private)
    return {
        "invitations": places.invitations()[:CARDS],
        "coming": places.coming(SOON)[:DATES],
        "news": latest_news(home, private),
    }


def places_below(start: Page, private: Q) -> Places:
    """The places of participation at and below a page that everyone may read."""
    pages: list[Any] = [
        page
        for model in component_pages()
        for page in model.objects.descendant_of(start, inclusive=True).live().exclude(private)
    ]
    return Places(sorted(pages, key=attrgetter("path")))


def open_below(start: Page, private: Q) -> list[Invitation]:
    """What can be influenced now, at and below a page."""
    return places_below(start, private).invitations()


def latest_news(home: Page, private: Q) -> list[NewsPage]:
    news = NewsPage.objects.descendant_of(home).live().exclude(private)
    return with_pictures(news.defer("body").order_by("-date", "-pk")[:NEWS])


def with_pictures(news: Iterable[NewsPage]) -> list[NewsPage]:
    """The pieces of news, each with the picture of its card: one query for all pictures."""
    pages = list(news)
    blocks = {page.pk: block["value"]["image"] for page in pages for block in page.picture.raw_data}
    ids = {pk: value["image"] for pk, value in blocks.items() if value}
    images = get_image_model().objects.in_bulk([pk for pk in ids.values() if pk])
    for page in pages:
        page.card_picture = images.get(ids.get(page.pk))
    return pages
