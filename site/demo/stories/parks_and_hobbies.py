"""The open round on parks and hobbies: it opened twelve weeks ago and closes in three."""

import datetime as dt

from participation.ideas.models import IdeaBoardPage

from .. import dates, desk
from ..boards import make_board
from ..content import boards
from ..content.gardens_and_paths import GARDENS
from ..content.hobbies import HOBBIES
from ..content.parks_and_nature import NATURE
from ..content.sports import SPORTS
from ..content.streets_and_days import STREETS
from ..people import RESIDENTS
from ..telling import Board, Teller
from ..world import Story, World

SLUG = "puistot-ja-harrastukset"
OPENED = -84
CLOSES = 21

#: What the residents who sign in to the demo already support.
FANS = {
    "penkkeja-rantareitille": ("asukas",),
    "pyoratie-lehtosaloon": ("asukas",),
    "skeittipaikka": ("nuori",),
    "uimahalli": ("nuori",),
}


def tell(world: World) -> None:
    opens = dates.workday(OPENED, 9)
    component = make_board(
        world.pages,
        "",
        SLUG,
        boards.PARKS,
        opens - dt.timedelta(days=2),
        opens=opens,
        closes=dates.workday(CLOSES, 16),
        in_menu=True,
    )
    board = Board(
        component=component,
        opens=opens,
        until=dates.clock.now() - dt.timedelta(minutes=20),
        supporters=[account.key for account in RESIDENTS],
    )
    teller = Teller(board, world.people)
    teller.tell((*NATURE, *GARDENS, *HOBBIES, *SPORTS, *STREETS), FANS)
    desk.tell(world, board, teller.rows)


STORY = Story("Parks and hobbies", IdeaBoardPage.objects.filter(slug=SLUG).exists, tell)
