"""What a page or a row gives to the index."""

from typing import Any, ClassVar

from wagtail.models import Page
from wagtail.search import index

from .words import indexed

#: Stands in `search_fields` of whatever is found by its words.
SEARCH_WORDS = index.SearchField("search_words")
#: A word of the title weighs as much as so many of the text.
TITLE_WEIGHT = 4


def search_words(title: str, text: str, language: str) -> str:
    """The stems of a title and a text."""
    return " ".join([*[indexed(title, language)] * TITLE_WEIGHT, indexed(text, language)])


def text_of(row: Any, names: tuple[str, ...]) -> str:
    """The words of the named fields, rich texts and blocks included."""
    pieces: list[str] = []
    for name in names:
        value = getattr(row, name)
        extract = getattr(row._meta.get_field(name), "get_searchable_content", None)
        pieces += extract(value) if extract else [value]
    return "\n".join(str(piece) for piece in pieces if piece)


class Searched:
    """Mix into a Page (before Page): found by its title and the fields that `searched` names."""

    search_fields: ClassVar[list[Any]] = [*Page.search_fields, SEARCH_WORDS]
    searched: ClassVar[tuple[str, ...]] = ("lead", "body")

    @property
    def text_language(self) -> str:
        """The language of its words: an untranslated page has its original's."""
        page: Any = self
        original = page.alias_of if page.alias_of_id else page
        return str(original.locale.language_code)

    def search_text(self) -> str:
        """What is written on the page, besides its title."""
        names = {field.name for field in self._meta.get_fields()}  # type: ignore[attr-defined]
        return text_of(self, tuple(name for name in self.searched if name in names))

    def search_words(self) -> str:
        page: Any = self
        return search_words(page.title, self.search_text(), self.text_language)
