"""What stands beside an editor's text: the checklist of a round, and how heavy the text is."""

from typing import Any

from django.utils.translation import get_language
from wagtail.admin.panels import Panel

from . import checklists
from .page_text import html_of, lines_of
from .readability import measure, vague_links

#: Shorter texts tell nothing.
FEWEST_WORDS = 30


def text_hints(page: Any) -> dict[str, Any]:
    """How the page's text reads, for whom it may be too heavy."""
    reading = measure(lines_of(page))
    language = page.locale.language_code if page.locale_id else get_language() or ""
    return {
        "reading": reading if reading.words >= FEWEST_WORDS else None,
        "level": reading.level(language),
        "vague": [text for html in html_of(page) for text in vague_links(html)],
        "language": language,
    }


class EditorHints(Panel):
    """Computed from the page as it was saved last; gives advice and hinders nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "raati_core/admin/hints.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from .pages import ComponentPageMixin

            context = super().get_context_data(parent_context) or {}
            page = self.instance
            if not page.pk:
                return {**context, "page": None}
            saved = page.get_latest_revision_as_object() if page.latest_revision_id else page
            place = isinstance(saved, ComponentPageMixin)
            points = checklists.points(saved) if place and saved.is_source else []
            return {**context, "page": saved, "points": points, **text_hints(saved)}
