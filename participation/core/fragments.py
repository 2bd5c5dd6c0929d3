"""Fragments: one class and one template for a piece of HTML, wherever it is drawn.

The same object draws the page, the answer to a form and the live update, so it
knows nothing of the viewer. What is one person's own is a fragment of its own.
"""

import re
from collections.abc import Hashable
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from . import kept

_MARGIN = re.compile(r"\s*\n\s*")


class Fragment:
    """Subclass with a `template`, an `element_id` and a `context()`.

    One that is drawn many times on a page may name its `inputs()`: this process then
    keeps what it drew, see kept.py.
    """

    template: str

    @property
    def element_id(self) -> str:
        """The id of the outermost element; stable, ASCII, unique on a page."""
        raise TypeError(f"{type(self).__name__} has no element_id.")

    def context(self) -> dict[str, Any]:
        return {}

    def inputs(self) -> Hashable | None:
        """Everything that the piece is drawn from, or None to have it drawn each time."""
        return None

    def html(self, language: str | None = None) -> str:
        """The piece in `language` (default: the active one), its context included."""
        language = language or translation.get_language()
        inputs = self.inputs()
        key = None if inputs is None else (type(self), language, inputs)
        found = None if key is None else kept.recall(key)
        if found is None:
            found = self._draw(language)
            if key is not None:
                # It is sent many times on one page: without the template's margins.
                found = _MARGIN.sub("\n", found)
            # What had to fetch more on the way was drawn from more than its key says.
            if key is not None and self.inputs() == inputs:
                kept.keep(key, found)
        return found

    def _draw(self, language: str | None) -> str:
        with translation.override(language):
            values = {"fragment": self, "element_id": self.element_id, **self.context()}
            return render_to_string(self.template, values)
