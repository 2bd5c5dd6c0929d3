"""Pages as kinds of things that are searched; a package may make one page type its own kind."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.models import Page

from ..public import public_pages
from .excerpts import excerpt, marked
from .index import Searched
from .kinds import Hit, Kind
from .words import Query

_own: set[type[Page]] = set()


def page_kind(
    name: str, label: Any, *models: type[Page], detail: Callable[[Page], str] | None = None
) -> Kind:
    """Pages of these types; without a type all that no other kind has. `detail`: a day, say."""
    _own.update(models)

    def visible(language: str) -> Any:
        pages = public_pages(language)
        mine = pages.type(*models) if models else pages.not_type(*_own) if _own else pages
        return mine.specific()

    def show(pages: list[Page], query: Query, language: str) -> list[Hit | None]:
        originals = _languages_of_originals(pages)
        return [
            _hit(page, query, originals.get(page.alias_of_id, language), language, label, detail)
            for page in pages
        ]

    def texts() -> Iterable[tuple[str, str]]:
        for page in public_pages().filter(alias_of=None).select_related("locale"):
            if not models or issubclass(page.specific_class or Page, models):
                yield page.locale.language_code, _all_text(page.specific)

    return Kind(name, label, visible, show, texts)


def _hit(
    page: Any, query: Query, spoken: str, language: str, label: Any, detail: Any
) -> Hit | None:
    href = page.get_url()
    if not href:
        return None
    return Hit(
        title=marked(page.title, query, spoken),
        href=href,
        text=excerpt(_text(page), query, spoken),
        kind=str(label),
        language=spoken if spoken != language else "",
        details=(detail(page),) if detail else (),
    )


def _text(page: Any) -> str:
    return page.search_text() if isinstance(page, Searched) else ""


def _all_text(page: Any) -> str:
    return f"{page.title}\n{_text(page)}"


def _languages_of_originals(pages: list[Page]) -> dict[int, str]:
    """Stand-ins for translations speak the language of their originals: one query, or none."""
    keys = [page.alias_of_id for page in pages if page.alias_of_id]
    if not keys:
        return {}
    rows = Page.objects.filter(pk__in=keys).values_list("pk", "locale__language_code")
    return dict(rows)
