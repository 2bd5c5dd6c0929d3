"""What one person has to do with ideas: for the forms that are theirs alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from participation.core import eligibility
from participation.core.actors import Actor
from participation.core.eligibility import YES, Answer
from participation.core.models import Component, Right
from participation.core.openness import Openness, look
from participation.core.rights import limit_reached
from participation.core.rules import reason_of

from . import policies, rules
from .actions.sending import SUBMIT_RIGHT, SUPPORT_RIGHT
from .models import SUBMIT, SUPPORT, Idea, Support


@dataclass(frozen=True)
class Allowance:
    """How much of "n per person" is used; without a limit there is always more."""

    limit: int | None
    used: int

    @property
    def left(self) -> int | None:
        return None if self.limit is None else max(0, self.limit - self.used)

    @property
    def reason(self) -> str:
        """Why no more is possible, or ""."""
        return limit_reached(self.limit) if self.limit is not None and self.left == 0 else ""


@dataclass(frozen=True)
class Board:
    """A person on a board: when it is open, and what they have left."""

    actor: Actor
    component: Component
    opened: dict[str, Openness]
    supports: Allowance
    ideas: Allowance
    #: Whether this person may take part on this board at all.
    eligible: Answer = YES

    @property
    def supports_text(self) -> str:
        """ "2 of your 5 supports left", or "" without a limit."""
        left, limit = self.supports.left, self.supports.limit
        if left is None:
            return ""
        return ngettext(
            "%(left)s of your %(limit)s support left",
            "%(left)s of your %(limit)s supports left",
            limit or 0,
        ) % {"left": left, "limit": limit}

    @property
    def is_held_back(self) -> bool:
        """Whether a member may not take part here, or not yet; visitors sign in first."""
        return self.actor.is_member and not self.eligible.is_yes

    @property
    def send_reason(self) -> str:
        """Why this person cannot send an idea now, or ""."""
        return self.opened[SUBMIT].reason or self.ideas.reason


@dataclass(frozen=True)
class Standing:
    """A person and one idea."""

    idea: Idea
    board: Board
    is_own: bool
    supports: bool

    @property
    def reason(self) -> str:
        """Why the support cannot be changed now, or ""."""
        closed = self.board.opened[SUPPORT].reason
        if closed or self.supports:
            return closed
        return reason_of(rules.require_visible, self.idea) or self.board.supports.reason

    @property
    def is_held_back(self) -> bool:
        """Whether only who they are keeps the person from supporting the idea."""
        return self.board.is_held_back and not self.supports and not self.reason

    @property
    def edit_reason(self) -> str:
        closed = self.board.opened[SUBMIT].reason
        return reason_of(rules.require_editable, self.idea) or closed

    @property
    def withdraw_reason(self) -> str:
        return reason_of(rules.require_withdrawable, self.idea)

    @property
    def own_text(self) -> str:
        """What the author is told where others support."""
        return _("This is your idea.")


def board_standing(
    actor: Actor,
    component: Component,
    opened: dict[str, Openness] | None = None,
    *,
    used: dict[str, int] | None = None,
) -> Board:
    """The person's standing on the board: at most two queries, none where nothing is limited.

    `used` are the rights used, by their names, where they are known already.
    """
    settings = component.settings
    is_limited = settings.get("support_limit") or settings.get("idea_limit")
    if used is None and actor.person is not None and is_limited:
        rows = Right.objects.filter(component=component, person=actor.person)
        used = dict(rows.values_list("act", "used"))
    used = used or {}
    return Board(
        actor,
        component,
        opened or look(component, SUBMIT, SUPPORT),
        Allowance(settings.get("support_limit"), used.get(SUPPORT_RIGHT, 0)),
        Allowance(settings.get("idea_limit"), used.get(SUBMIT_RIGHT, 0)),
        eligibility.look(actor, component),
    )


def standings(board: Board, ideas: Sequence[Idea]) -> list[Standing]:
    """One person's standing with each of the ideas: one query for all of them."""
    mine: set[int] = set()
    if board.actor.person is not None and ideas:
        rows = Support.objects.filter(person=board.actor.person, idea__in=ideas)
        mine = set(rows.values_list("idea_id", flat=True))
    return [
        Standing(idea, board, policies.is_author(board.actor, idea), idea.pk in mine)
        for idea in ideas
    ]
