"""The finished round: the shops that children wished for in spring, and what came of it.

School and day care collected the wishes; a youth worker entered them for the groups.
"""

import datetime as dt

from participation.ideas.models import IdeaBoardPage

from .. import dates
from ..boards import make_board
from ..content import boards
from ..content.shop_wishes import WISHES
from ..content.shop_wishes_more import MORE_WISHES
from ..people import RESIDENTS
from ..telling import Board, Teller
from ..world import Story, World

SLUG = "lasten-toivekaupat"
LENGTH = 35


def tell(world: World) -> None:
    last_day = dates.last_spring()
    first_day = last_day - dt.timedelta(days=LENGTH)
    opens, closes = dates.local(first_day, 8), dates.local(last_day, 16)
    component = make_board(
        world.pages,
        "",
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


STORY = Story(
    "The shops that children wish for", IdeaBoardPage.objects.filter(slug=SLUG).exists, tell
)
