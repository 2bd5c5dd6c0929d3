"""The public pages of every language, for search engines; nothing of a demonstration."""

from typing import Any

from wagtail.contrib.sitemaps.sitemap_generator import Sitemap
from wagtail.models import Page

from participation.core import conf


class PublicPages(Sitemap):
    """Wagtail's own, widened from the default language's tree to all of them."""

    def items(self) -> Any:
        if conf.get("DEMO"):
            return Page.objects.none()
        root = self.get_wagtail_site().root_page
        trees = Page.objects.none()
        for home in root.get_translations(inclusive=True).live():
            trees |= Page.objects.descendant_of(home, inclusive=True)
        return trees.live().public().order_by("path").defer_streamfields().specific()
