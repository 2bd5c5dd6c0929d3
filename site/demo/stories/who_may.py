"""Boards with conditions: people tell what each asks, then send and support."""

import datetime as dt

from participation.ideas.models import IdeaBoardPage
from participation.people.actions import tell as tell_of_oneself

from .. import dates
from ..boards import make_board
from ..content import who_may as told
from ..tale import Idea
from ..telling import Board, Teller
from ..world import Story, World

YOUNG, VILLAGES = "nuorten-ideat", "kylien-pienet-teot"
OPENED, CLOSES = -20, 25


def tell(world: World) -> None:
    opens = dates.workday(OPENED, 10)
    with dates.at(opens - dt.timedelta(hours=1)):
        for key, years in told.AGES.items():
            tell_of_oneself(actor=world.people[key], birth_year=opens.year - years)
        for key in told.RESIDENTS:
            tell_of_oneself(actor=world.people[key], status="resident")
    _board(world, YOUNG, told.YOUNG, opens, list(told.AGES), told.YOUNG_IDEAS)
    _board(world, VILLAGES, told.VILLAGES, opens, list(told.RESIDENTS), told.VILLAGE_IDEAS)


def _board(
    world: World,
    slug: str,
    texts: dict[str, dict[str, str]],
    opens: dt.datetime,
    supporters: list[str],
    ideas: tuple[Idea, ...],
) -> None:
    component = make_board(
        world.pages,
        "",
        slug,
        texts,
        opens - dt.timedelta(days=1),
        opens=opens,
        closes=dates.workday(CLOSES, 16),
        settings=told.SETTINGS[slug],
    )
    until = dates.clock.now() - dt.timedelta(minutes=20)
    board = Board(component=component, opens=opens, until=until, supporters=supporters)
    Teller(board, world.people).tell(ideas)


STORY = Story("Who may take part", IdeaBoardPage.objects.filter(slug=YOUNG).exists, tell)
