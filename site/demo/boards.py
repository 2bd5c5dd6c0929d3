"""Making an idea board's page."""

import datetime as dt
from typing import Any

from participation.core.models import Component
from participation.ideas.models import IdeaBoardPage

from .content import boards as content
from .site_pages import Pages


def make_board(
    pages: Pages,
    parent: str,
    slug: str,
    texts: dict[str, dict[str, str]],
    published: dt.datetime,
    *,
    opens: dt.datetime | None = None,
    closes: dt.datetime | None = None,
    in_menu: bool = False,
    settings: dict[str, Any] | None = None,
) -> Component:
    """Publish the board in three languages; returns what its ideas hang on."""
    page = IdeaBoardPage(
        slug=slug,
        opens_at=opens,
        closes_at=closes,
        show_in_menus=in_menu,
        **(settings or content.SETTINGS[slug]),
    )

    def fields(language: str) -> dict[str, str]:
        return {
            "intro": pages.rich(texts["intro"][language], language),
            "rules": pages.rich(texts["rules"][language], language),
        }

    pages.add(parent, page, texts["title"], fields, published)
    return pages.get(slug).component
