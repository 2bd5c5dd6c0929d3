"""The wellbeing plan: a process in its second phase, with a board of its own."""

import datetime as dt
from typing import Any

from django.utils import timezone

from participation.ideas.models import IdeaBoardPage
from participation.processes.models import ProcessPage

from .. import dates, pictures, processes
from ..boards import make_board
from ..content import boards, wellbeing, wellbeing_more
from ..content.wellbeing_ideas import EVERYDAY
from ..people import RESIDENTS
from ..site_pages import Pages
from ..telling import Board, Teller
from ..world import Story, World

SLUG = "hyvinvointisuunnitelma"
BOARD = "ideoita-hyvaan-arkeen"
NOW = wellbeing.PHASES[1]


def tell(world: World) -> None:
    # Read now: while the page is written the clock stands at the day of its publication.
    today = dates.clock.today()
    begins = dates.workday(int(wellbeing.PHASES[0]["starts"]), 9)
    page = ProcessPage(slug=SLUG, show_in_menus=True)
    world.pages.add(
        "",
        page,
        wellbeing.TITLE,
        lambda language: texts(world.pages, language, today),
        begins - dt.timedelta(days=7),
    )
    opens = dates.workday(int(NOW["starts"]), 9)
    component = make_board(world.pages, SLUG, BOARD, boards.EVERYDAY, opens - dt.timedelta(days=1))
    board = Board(
        component=component,
        opens=opens,
        until=dates.clock.now() - dt.timedelta(minutes=20),
        supporters=[account.key for account in RESIDENTS],
        limit=boards.SETTINGS[BOARD]["support_limit"],
    )
    Teller(board, world.people).tell(EVERYDAY)


def texts(pages: Pages, language: str, today: dt.date) -> dict[str, Any]:
    """The process page's own fields in one language."""
    contact = pictures.contact(wellbeing.CONTACT, language)
    starts = [dates.workday(int(each["starts"]), 9, today) for each in wellbeing.PHASES]
    phases = [
        _phase(pages, told, language, begins, today)
        for told, begins in zip(wellbeing.PHASES, starts, strict=True)
    ]
    papers = [processes.document(told, language) for told in wellbeing_more.DOCUMENTS]
    days = [timezone.localdate(moment) for moment in starts]
    return {
        "lead": wellbeing.LEAD[language],
        "body": pages.rich(wellbeing.BODY[language], language),
        "phases": processes.stream("phases", phases),
        "happened": processes.events(wellbeing_more.EVENTS, language, days),
        "documents": processes.stream("documents", papers),
        "questions": processes.questions(pages, wellbeing_more.QUESTIONS, language),
        "contacts": processes.stream(
            "contacts",
            [{"type": "contact", "id": processes.same_id(SLUG, "contact"), "value": contact}],
        ),
        "other_ways": pages.rich(wellbeing.OTHER_WAYS[language], language),
    }


def _phase(
    pages: Pages, told: dict[str, Any], language: str, begins: dt.datetime, today: dt.date
) -> dict[str, Any]:
    ends = told.get("ends")
    closes = dates.workday(ends, 16, today) if ends else None
    more = processes.heard(pages, wellbeing_more.HEARD.get(told["id"], ()), language, told["id"])
    if wellbeing_more.PICTURE["phase"] == told["id"]:
        more.insert(0, processes.picture(wellbeing_more.PICTURE, language))
    more += [
        processes.document(paper, language)
        for paper in wellbeing_more.DOCUMENTS
        if paper["phase"] == told["id"]
    ]
    return processes.phase(pages, told, language, (begins, closes), more)


def is_told() -> bool:
    return IdeaBoardPage.objects.filter(slug=BOARD).exists()


STORY = Story("The wellbeing plan", is_told, tell)
