"""A colleague is away for some days, and another one stands in."""

import datetime as dt

from participation.core import clock
from participation.core.absences import name_deputy
from participation.core.models import Absence

from .. import dates
from ..world import Story, World

#: Who is away, who stands in; from how many days before loading to how many after it.
AWAY, DEPUTY, SINCE, UNTIL = "hallinto", "palvelualue", -1, 6


def tell(world: World) -> None:
    first, last = (clock.today() + dt.timedelta(days=n) for n in (SINCE, UNTIL))
    with dates.at(dates.from_today(SINCE, 8)):
        name_deputy(
            actor=world.people[AWAY],
            deputy=world.people.person(DEPUTY),
            first_day=first,
            last_day=last,
        )


STORY = Story("Who stands in", Absence.objects.exists, tell)
