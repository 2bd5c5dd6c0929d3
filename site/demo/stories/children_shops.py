"""The finished round: the shops that children wished for in spring, and what came of it.

School and day care collected the wishes; a youth worker entered them for the groups.
"""

import datetime as dt
from typing import Any

from django.utils import timezone

from participation.ideas.models import IdeaBoardPage
from participation.processes.models import ProcessPage

from .. import dates, processes
from ..boards import make_board
from ..content import boards, children_process
from ..content.shop_wishes import WISHES
from ..content.shop_wishes_more import MORE_WISHES
from ..people import RESIDENTS
from ..site_pages import Pages
from ..telling import Board, Teller
from ..world import Story, World

SLUG = "lasten-toivekaupat"
LENGTH = 35
#: From the closing: when everything had been answered, and when it had been done.
ANSWERED, DONE = dt.timedelta(weeks=4), dt.timedelta(weeks=22)


def tell(world: World) -> None:
    last_day = dates.last_spring()
    first_day = last_day - dt.timedelta(days=LENGTH)
    opens, closes = dates.local(first_day, 8), dates.local(last_day, 16)
    turns = [opens, closes, *(dates.local(last_day + each, 16) for each in (ANSWERED, DONE))]
    world.pages.add(
        "",
        ProcessPage(slug=children_process.SLUG),
        children_process.TITLE,
        lambda language: texts(world.pages, language, turns),
        opens - dt.timedelta(days=2),
    )
    component = make_board(
        world.pages,
        children_process.SLUG,
        SLUG,
        boards.CHILDREN,
        opens - dt.timedelta(days=1),
        opens=opens,
        closes=closes,
    )
    board = Board(
        component=component,
        opens=opens,
        until=closes - dt.timedelta(minutes=20),
        supporters=[account.key for account in RESIDENTS],
        scribe="ohjaaja",
    )
    fans = {"kukkakauppa": ("asukas",), "euron-tv-kauppa": ("nuori",)}
    Teller(board, world.people).tell((*WISHES, *MORE_WISHES), fans)
    # What came of it links to the board, and is told when it is over.
    world.pages.rewrite(
        children_process.SLUG,
        lambda language: results(world.pages, language, turns),
        turns[-1],
    )


def texts(pages: Pages, language: str, turns: list[dt.datetime]) -> dict[str, Any]:
    """The page as it was when the round began."""
    told = [{**phase, "results": {}} for phase in children_process.PHASES]
    phases = [
        processes.phase(pages, phase, language, (turns[number], turns[number + 1]))
        for number, phase in enumerate(told)
    ]
    return {
        "lead": children_process.LEAD[language],
        "body": pages.rich(children_process.BODY[language], language),
        "phases": processes.stream("phases", phases),
        "questions": processes.questions(pages, children_process.QUESTIONS, language),
        "other_ways": pages.rich(children_process.OTHER_WAYS[language], language),
    }


def results(pages: Pages, language: str, turns: list[dt.datetime]) -> dict[str, Any]:
    """What came out of each phase, and who took part."""
    phases = [
        processes.phase(
            pages,
            phase,
            language,
            (turns[number], turns[number + 1]),
            _more(pages, phase, language),
        )
        for number, phase in enumerate(children_process.PHASES)
    ]
    starts = [timezone.localdate(moment) for moment in turns]
    return {
        "lead": children_process.LEAD[language],
        "phases": processes.stream("phases", phases),
        "happened": processes.events(children_process.EVENTS, language, starts),
    }


def _more(pages: Pages, phase: dict[str, Any], language: str) -> list[dict[str, Any]]:
    more = processes.heard(pages, phase["heard"], language, phase["id"])
    if phase["place"]:
        place = pages.get(phase["place"], language).pk
        block = processes.same_id(phase["id"], "place")
        more.append({"type": "place", "id": block, "value": place})
    return more


STORY = Story(
    "The shops that children wish for", IdeaBoardPage.objects.filter(slug=SLUG).exists, tell
)
