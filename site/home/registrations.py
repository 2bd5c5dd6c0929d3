"""What the site enters into the registries of the packages."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, personal_data, sitemaps
from participation.core.personal_data import LEGAL_OBLIGATION, OnErasure, Source
from participation.core.search.kinds import register as register_kind
from participation.core.search.page_kinds import page_kind
from participation.core.when import day_text

from .models import AccessibilityFeedback, NewsPage
from .sitemap import PAGES


def enter() -> None:
    sitemaps.register(PAGES)
    register_kind(page_kind("news", _("News"), NewsPage, detail=lambda page: day_text(page.date)))
    audit.register(
        "home.answer_accessibility_feedback",
        _("Answer feedback"),
        _("Marked the feedback on accessibility as answered"),
    )
    personal_data.register(
        Source(
            model=AccessibilityFeedback,
            person_fields=("author", "answered_by"),
            what=_("Feedback on accessibility, and your e-mail if you gave it"),
            purpose=_("to answer you and to put right what did not work"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("two years from the answer"),
            on_erasure=OnErasure.DELETED,
        )
    )
