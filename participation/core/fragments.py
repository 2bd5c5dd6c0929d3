"""Fragments: one class and one template for a piece of HTML, wherever it is drawn.

The same object draws the page, the answer to a form and the live update, so it
knows nothing of the viewer. What is one person's own is a fragment of its own.
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils import translation


class Fragment:
    """Subclass with a `template`, an `element_id` and a `context()`."""

    template: str

    @property
    def element_id(self) -> str:
        """The id of the outermost element; stable, ASCII, unique on a page."""
        raise TypeError(f"{type(self).__name__} has no element_id.")

    def context(self) -> dict[str, Any]:
        return {}

    def html(self, language: str | None = None) -> str:
        """The piece in `language` (default: the active one), its context included."""
        with translation.override(language or translation.get_language()):
            values = {"fragment": self, "element_id": self.element_id, **self.context()}
            return render_to_string(self.template, values)
