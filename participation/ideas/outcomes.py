"""What happened because of residents: the latest good answers, for front pages."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from wagtail.models import Page

from participation.core.text import plain
from participation.core.visibility import private_pages

from . import counts
from .addresses import Addresses
from .fragments import LOOKS
from .models import Idea, IdeaBoardPage, State
from .texts import shown

MOST = 3
GOOD = (State.ACCEPTED, State.PARTLY, State.DONE)
EXCERPT = 160


def outcomes_below(page: Page, most: int = MOST, request: Any = None) -> list[dict[str, Any]]:
    """The latest ideas that came true, wholly or in part, on the boards below `page`.

    One of each board first, so that a round with many answers leaves room for the others.
    """
    boards = IdeaBoardPage.objects.descendant_of(page, inclusive=True).live()
    boards = (
        boards.exclude(private_pages(request)).select_related("alias_of").defer("intro", "rules")
    )
    by_key = {board.component_key: board for board in boards}
    rows = Idea.objects.visible().filter(component__in=by_key, state__in=GOOD)
    answered = rows.filter(answer__isnull=False).with_labels().select_related("answer", "component")
    latest = list(answered.order_by("-answer__published_at", "-pk")[: most * 4])
    firsts = {idea.component_id: idea for idea in reversed(latest)}.values()
    chosen = sorted(latest, key=lambda idea: idea not in firsts)[:most]
    return [_outcome(idea, by_key[idea.component_id]) for idea in chosen]


def _outcome(idea: Idea, board: IdeaBoardPage) -> dict[str, Any]:
    text, text_language = shown(idea.answer.text)
    icon, tone = LOOKS[idea.state]
    return {
        "idea": idea,
        "board": board,
        "address": Addresses(board).idea(idea),
        "text": plain(text, EXCERPT),
        "text_language": text_language,
        "icon": icon,
        "tone": tone,
        "count_hidden": counts.are_hidden(idea.component),
    }


def draw_outcomes(context: Any, page: Page) -> SafeString | str:
    """The slot `home.answered`."""
    found = outcomes_below(page, request=context.get("request"))
    return render_to_string("raati_ideas/outcomes.html", {"outcomes": found}) if found else ""
