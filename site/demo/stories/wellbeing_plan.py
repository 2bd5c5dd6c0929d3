"""The wellbeing plan: a process in its second phase, with a board of its own."""

import datetime as dt
from typing import Any

from participation.ideas.models import IdeaBoardPage
from participation.processes.models import ProcessPage

from .. import dates, pictures
from ..boards import make_board
from ..content import boards, wellbeing
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
    return {
        "lead": wellbeing.LEAD[language],
        "body": pages.rich(wellbeing.BODY[language], language),
        "phases": _blocks("phases", [_phase(pages, p, language, today) for p in wellbeing.PHASES]),
        "contacts": _blocks("contacts", [{"type": "contact", "value": contact}]),
        "other_ways": pages.rich(wellbeing.OTHER_WAYS[language], language),
    }


def _phase(pages: Pages, phase: dict[str, Any], language: str, today: dt.date) -> dict[str, Any]:
    def moment(days: int, hour: int) -> str:
        return dates.workday(days, hour, today).isoformat()

    ends = phase.get("ends")
    return {
        "type": "phase",
        "id": phase["id"],
        "value": {
            "title": phase["title"][language],
            "description": pages.rich(phase["description"][language], language),
            "opens": moment(phase["starts"], 9),
            "closes": moment(ends, 16) if ends else None,
            "allows": phase["allows"],
            "results": pages.rich(phase["results"].get(language, ""), language),
        },
    }


def _blocks(field: str, blocks: list[dict[str, Any]]) -> Any:
    return ProcessPage._meta.get_field(field).to_python(blocks)


def is_told() -> bool:
    return IdeaBoardPage.objects.filter(slug=BOARD).exists()


STORY = Story("The wellbeing plan", is_told, tell)
