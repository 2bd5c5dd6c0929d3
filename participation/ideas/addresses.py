"""Addresses below one board's page, in the page's language."""

from typing import Any

from participation.core.below import component_url, resolver

from .models import Idea, IdeaBoardPage


class Addresses:
    """Makes addresses below `page`; the page's own is looked up once."""

    def __init__(self, page: IdeaBoardPage) -> None:
        self.board = component_url(page)
        self._reverse = resolver(page.urlconf).reverse

    @classmethod
    def of(cls, idea: Idea) -> "Addresses | None":
        """For an idea far from its page: in the active language; None without a live page."""
        page = idea.component.page_in()
        return cls(page.specific) if page else None

    def to(self, name: str, *args: Any) -> str:
        return self.board + self._reverse(name, *args)

    def idea(self, idea: Idea) -> str:
        return self.to("idea", idea.path_name)

    def below(self, name: str, idea: Idea) -> str:
        """A view of one idea: "mine", "support", "edit"…"""
        return self.to(name, idea.public_id)
