"""What a board adds to the figures of its process: ideas, supports, and how many people."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count as CountOf
from django.db.models import QuerySet
from django.utils.translation import ngettext

from participation.core.figures import Count, Counted, Tally
from participation.core.models import Component

from . import counts
from .models import Idea, Support


def count(boards: Sequence[Component]) -> dict[UUID, Counted]:
    """Three queries for all boards; supports that are kept from everyone are not told."""
    ideas = Idea.objects.visible().filter(component__in=boards)
    shown = [board for board in boards if not counts.are_hidden(board)]
    supports = Support.objects.filter(idea__in=Idea.objects.visible(), idea__component__in=shown)
    sent = dict(_per_board(ideas, "component_id"))
    given = dict(_per_board(supports, "idea__component_id"))
    authors = ideas.exclude(author=None).values_list("component_id", "author_id")
    supporters = supports.values_list("idea__component_id", "person_id")
    people = Counter(board for board, _person in authors.order_by().union(supporters.order_by()))
    return {
        board.key: Counted(
            Tally(
                people=Count(people[board.key]),
                participations=Count(sent.get(board.key, 0) + given.get(board.key, 0)),
            ),
            {"ideas": sent.get(board.key, 0)}
            | ({"supports": given.get(board.key, 0)} if board in shown else {}),
        )
        for board in boards
    }


def _per_board(rows: QuerySet[Any], field: str) -> list[tuple[UUID, int]]:
    return list(rows.order_by().values_list(field).annotate(CountOf("pk")))


def describe(parts: Mapping[str, int]) -> list[str]:
    """ "12 ideas", "310 supports"."""
    said = [ngettext("%(n)s idea", "%(n)s ideas", parts["ideas"]) % {"n": parts["ideas"]}]
    if "supports" in parts:
        given = parts["supports"]
        said.append(ngettext("%(n)s support", "%(n)s supports", given) % {"n": given})
    return said
