"""What the front page shows: what is open now, and the latest news."""

from typing import Any

from django.db.models import Q
from wagtail.models import Page

from participation.core.invitations import Invitation, open_invitations
from participation.core.receivers import component_pages

from .models.content import NewsPage

NEWS = 3
CARDS = 9


def front_page(home: Page) -> dict[str, Any]:
    """The front page's context; the same for everyone."""
    # Asked once: what is private, with all that is below it.
    private = Page.objects.all().private_q()
    return {
        "invitations": open_below(home, private)[:CARDS],
        "news": latest_news(home, private),
    }


def open_below(home: Page, private: Q) -> list[Invitation]:
    """What can be influenced now, in the pages of this language that everyone may read."""
    pages = Page.objects.descendant_of(home).live().exclude(private).type(*component_pages())
    return open_invitations(list(pages.specific()))


def latest_news(home: Page, private: Q) -> list[NewsPage]:
    news = NewsPage.objects.descendant_of(home).live().exclude(private)
    return list(news.defer("body").order_by("-date", "-pk")[:NEWS])
