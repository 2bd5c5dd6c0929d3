"""Reports: two wait, one was hidden and its author asks again, one is about a danger."""

import datetime as dt

from participation.core import moderatable
from participation.core.actors import Actor
from participation.core.models import Component, Theme
from participation.ideas.actions import send_idea
from participation.ideas.models import Idea, IdeaBoardPage
from participation.moderation import actions
from participation.moderation.models import Report, What

from .. import dates
from ..content import moderation as content
from ..world import Story, World
from .parks_and_hobbies import SLUG
from .who_may import YOUNG

#: Days before loading.
SENT, REPORTED, DECIDED = -12, -8, -5
#: Who is reported by more than one.
REPORTERS = {"neighbour": 2, "bench": 3}


def tell(world: World) -> None:
    board = world.pages.get(SLUG).component
    kind = moderatable.kind_of(Idea._meta.label)
    assert kind is not None
    for key, idea in content.IDEAS.items():
        row = _send(world, board, key, idea)
        reason, words = content.REPORTS[key]
        for number in range(REPORTERS.get(key, 1)):
            with dates.at(dates.workday(REPORTED, 10 + number)):
                actions.report_thing(
                    actor=_reporter(world, key, number),
                    kind=kind,
                    thing=row,
                    key=f"kuparila-report-{key}-{number}",
                    reason=reason,
                    words=words if number == 0 else "",
                )
    _decide_about_the_neighbour(world)
    _let_the_young_board_be_looked_at_first(world)


def _reporter(world: World, key: str, number: int) -> Actor:
    witness = content.WITNESSES.get(key)
    return world.people[witness] if witness else Actor.guest(f"kuparila-{key}-{number}")


def _send(world: World, board: Component, key: str, idea: dict[str, str]) -> Idea:
    with dates.at(dates.workday(SENT, 18)):
        return send_idea(
            actor=world.people[idea["by"]],
            component=board,
            key=f"kuparila-moderated-{key}",
            title=idea["title"],
            text=idea["text"],
            language="fi",
            theme=Theme.objects.filter(slug=idea["theme"]).first(),
        )


def _decide_about_the_neighbour(world: World) -> None:
    title = content.IDEAS["neighbour"]["title"]
    case = Report.objects.filter(case__title=title).select_related("case")[0].case
    with dates.at(dates.workday(DECIDED, 9)):
        decision = actions.decide_case(
            actor=world.people["viestinta"],
            case=case,
            what=What.HIDE,
            reason="personal",
            words=content.TO_AUTHOR,
        )
    author = world.people[content.IDEAS["neighbour"]["by"]]
    with dates.at(dates.clock.now() - dt.timedelta(hours=5)):
        actions.ask_again(actor=author, decision=decision, words=content.ASKED)


def _let_the_young_board_be_looked_at_first(world: World) -> None:
    page = IdeaBoardPage.objects.get(slug=YOUNG, locale__language_code="fi")
    page.premoderated = page.protects_minors = True
    page.save_revision(user=world.people["viestinta"].user).publish()
    with dates.at(dates.clock.now() - dt.timedelta(hours=3)):
        send_idea(
            actor=world.people["nuori"],
            component=page.component,
            key="kuparila-moderated-young",
            language="fi",
            **content.YOUNG,
        )


STORY = Story("Moderation", Report.objects.exists, tell)
