"""Ideas as a kind of thing that the site's search finds."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from participation.core.models import Component
from participation.core.public import public_components
from participation.core.search.excerpts import excerpt, marked
from participation.core.search.kinds import Hit, Kind
from participation.core.search.words import Query
from participation.core.text import plain

from . import stages
from .addresses import Addresses
from .models import Idea, IdeaBoardPage
from .models.ideas import IdeaQuerySet


def public_ideas(language: str = "") -> IdeaQuerySet:
    """Ideas that everybody may read, on boards that everybody may read (in that language)."""
    rows = Idea.objects.visible().filter(component__in=public_components(language))
    return rows.select_related("component")


def board_addresses(keys: Iterable[Any], language: str) -> dict[Any, tuple[str, Addresses]]:
    """Title and addresses of the boards' pages for readers of a language, as `page_in` finds."""
    source = Component.objects.filter(source_page=OuterRef("pk"))
    pages = IdeaBoardPage.objects.filter(translation_key__in=set(keys), live=True)
    here = Q(locale__language_code=language)
    found = pages.filter(here | Exists(source)).defer("intro", "rules", "stages")
    found = found.order_by(ExpressionWrapper(here, BooleanField()))
    # The reader's own language comes last, so that it is the one that stays.
    return {page.translation_key: (page.title, Addresses(page)) for page in found if page.get_url()}


def _show(ideas: list[Idea], query: Query, language: str) -> list[Hit | None]:
    with override(language):
        boards = board_addresses((idea.component_id for idea in ideas), language)
    return [_hit(idea, boards.get(idea.component_id), query, language) for idea in ideas]


def _hit(
    idea: Idea, board: tuple[str, Addresses] | None, query: Query, language: str
) -> Hit | None:
    if board is None:
        return None
    title, addresses = board
    return Hit(
        title=marked(idea.title, query, idea.language),
        href=addresses.idea(idea),
        text=excerpt(plain(idea.text, length=20_000), query, idea.language),
        kind=str(_("Idea")),
        language=idea.language if idea.language != language else "",
        details=(title, str(stages.of(idea.component, idea.state, idea.stage).label)),
    )


def _texts() -> Iterable[tuple[str, str]]:
    rows = public_ideas().values_list("language", "title", "text")
    for language, title, text in rows.iterator():
        yield language, f"{title}\n{text}"


IDEAS = Kind("ideas", _("Ideas"), public_ideas, _show, _texts)
