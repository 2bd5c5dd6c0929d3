"""What staff have on their desk, told after the residents have spoken."""

import datetime as dt
from typing import Any

from participation.core.actors import Actor
from participation.core.models import Theme
from participation.ideas import actions
from participation.ideas.models import Idea

from . import dates
from .content import desk as content
from .content.roles import ROLES
from .telling import Board
from .world import World


def tell(world: World, board: Board, rows: dict[str, Idea]) -> None:
    """`rows` are the board's ideas by their key in the tale."""
    communications = world.people["viestinta"]
    for told in content.ENTERED:
        _enter(world, board, told)
    with dates.at(dates.workday(-1, 10)):
        for key, told in content.PREPARED.items():
            _prepare(rows[key], told)
        key, text = content.NOTE
        actions.add_note(
            actor=communications, idea=rows[key], text=text, key="kuparila-muistilappu"
        )
        for name, query in content.VIEWS:
            actions.save_view(actor=communications, name=name, query=query)


def _prepare(idea: Idea, told: dict[str, Any]) -> None:
    idea = Idea.objects.select_related("owner").get(pk=idea.pk)
    assert idea.owner is not None
    actions.prepare_answer(
        actor=Actor.member(idea.owner),
        idea=idea,
        outcome=told["outcome"],
        text=told["text"],
        role=ROLES[told["role"]],
        is_ready=told["is_ready"],
    )


def _enter(world: World, board: Board, told: dict[str, Any]) -> None:
    moment = dates.workday(-told["days_ago"], 11)
    scribe = world.people.person("viestinta")
    with dates.at(moment):
        actions.send_idea(
            actor=Actor.on_behalf(scribe, told["channel"]),
            component=board.component,
            key=told["key"],
            title=told["title"],
            text=told["text"],
            language="fi",
            theme=Theme.objects.get(slug=told["theme"]),
            shown_name=told["shown_name"],
            received_on=(moment - dt.timedelta(days=told["received_before"])).date(),
        )
