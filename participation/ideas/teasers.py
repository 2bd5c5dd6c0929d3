"""A few ideas on pages elsewhere: only of boards that everybody may read, at a bounded cost."""

from typing import Any

from wagtail.models import Page

from participation.core.visibility import private_pages

from .addresses import Addresses
from .counts import are_hidden, on_one_board
from .fragments import LOOKS
from .models import Idea, IdeaBoardPage
from .models.ideas import IdeaQuerySet
from .outcomes import outcomes_below

MOST = 6


def latest(start: Page, number: int, request: Any = None) -> list[dict[str, Any]]:
    """The newest visible ideas of the boards at and below `start`."""
    return _few(start, number, IdeaQuerySet.newest, request)


def top(start: Page, number: int, request: Any = None) -> list[dict[str, Any]]:
    """The most supported; while the board hides its counts, the newest."""
    board = start.specific
    if not isinstance(board, IdeaBoardPage):
        return []
    hidden = are_hidden(board.component)
    order = IdeaQuerySet.newest if hidden else IdeaQuerySet.most_supported
    return _few(board, number, order, request)


def answered(start: Page, number: int, request: Any = None) -> list[dict[str, Any]]:
    """What the municipality said yes to, the latest first."""
    return outcomes_below(start, min(number, MOST), request)


def _few(start: Page, number: int, order: Any, request: Any) -> list[dict[str, Any]]:
    boards = IdeaBoardPage.objects.descendant_of(start, inclusive=True).live()
    boards = boards.exclude(private_pages(request))
    by_key = {
        board.component_key: board
        for board in boards.select_related("alias_of").defer("intro", "rules")
    }
    rows = Idea.objects.visible().filter(component__in=by_key).select_related("component")
    chosen = on_one_board(order(rows)[: min(number, MOST)])
    return [_teaser(idea, by_key[idea.component_id]) for idea in chosen]


def _teaser(idea: Idea, board: IdeaBoardPage) -> dict[str, Any]:
    icon, tone = LOOKS[idea.state]
    return {
        "idea": idea,
        "board": board,
        "address": Addresses(board).idea(idea),
        "icon": icon,
        "tone": tone,
        "count_hidden": are_hidden(idea.component),
    }
