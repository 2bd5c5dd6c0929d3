"""The news for newsreaders, one feed for each language."""

from datetime import datetime, time

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.models import Site

from participation.core.feeds import MOST, Entry, atom
from participation.core.public import public_pages

from .models import NewsIndexPage, NewsPage


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """The newest pieces of news that everybody may read, in the language of the address."""
    site = Site.find_for_request(request)
    pages = public_pages(get_language() or "")
    index = pages.type(NewsIndexPage).order_by("path").first() if site else None
    if index is None:
        raise Http404
    # As a subquery, so that the public pages and the dates of news are asked for together.
    rows = NewsPage.objects.filter(pk__in=pages.values("pk")).defer("body", "picture")
    return atom(
        f"{site.site_name}: {index.title}" if site.site_name else index.title,
        index.get_url(),
        request.path,
        [_entry(page) for page in rows.order_by("-date", "-pk")[:MOST]],
    )


def _entry(page: NewsPage) -> Entry:
    at = timezone.make_aware(datetime.combine(page.date, time(12)))
    return Entry(page.title, page.get_url() or "", page.get_url() or "", at, page.lead)
