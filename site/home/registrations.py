"""What the site enters into the registries of the packages."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, personal_data, sitemaps
from participation.core.search.kinds import register as register_kind
from participation.core.search.page_kinds import page_kind
from participation.core.when import day_text

from .models import NewsPage
from .personal_data import SOURCES
from .sitemap import PAGES


def enter() -> None:
    sitemaps.register(PAGES)
    register_kind(page_kind("news", _("News"), NewsPage, detail=lambda page: day_text(page.date)))
    audit.register(
        "home.view_accessibility_feedback",
        _("Look"),
        _("Looked at feedback on accessibility with an address"),
    )
    audit.register(
        "home.answer_accessibility_feedback",
        _("Answer feedback"),
        _("Marked the feedback on accessibility as answered"),
    )
    for source in SOURCES:
        personal_data.register(source)
