"""Pieces of HTML about an idea: on its page, in answers to forms, on the live channel.

None of them knows the viewer. What is one person's own is drawn by views/mine.py.
"""

from collections.abc import Hashable
from typing import Any

from django.urls import reverse

from participation.core import kept
from participation.core.fragments import Fragment
from participation.core.openness import look

from . import counts
from .addresses import Addresses
from .models import SUPPORT, Idea
from .models.ideas import UNDECIDED
from .points import Box
from .rules import GOOD
from .streams import element
from .texts import shown

FIRST_STATE = "received"
#: How much of the map around an idea is shown, in degrees.
NEARBY = 0.02

#: How a state looks beside its word: icon and tone of the chip.
LOOKS = {
    "received": ("mail", ""),
    "considering": ("hourglass", "sun"),
    "accepted": ("circle-check", "pine"),
    "partly": ("circle-dot", "pine"),
    "declined": ("circle-x", ""),
    "passed_on": ("forward", "lake"),
    "done": ("party-popper", "pine"),
}


class IdeaFragment(Fragment):
    """One part of one idea. `addresses` are the page's; without them the idea finds its own."""

    part = ""

    def __init__(self, idea: Idea, addresses: Addresses | None = None) -> None:
        self.idea = idea
        self._addresses = addresses

    @property
    def element_id(self) -> str:
        return element(self.idea, self.part)

    @property
    def addresses(self) -> Addresses | None:
        return self._addresses or Addresses.of(self.idea)

    def context(self) -> dict[str, Any]:
        icon, tone = LOOKS[self.idea.state]
        return {"idea": self.idea, "icon": icon, "tone": tone}


class Count(IdeaFragment):
    """How many support the idea, on its page; a change is also told to who cannot see it."""

    part = "count"
    is_announced = True
    template = "raati_ideas/fragments/count.html"

    def __init__(
        self, idea: Idea, *, elsewhere: bool = False, is_hidden: bool | None = None
    ) -> None:
        """`elsewhere`: it comes along with another piece and finds its own place.

        `is_hidden`: whether the board keeps its counts to itself; asked when not given.
        """
        super().__init__(idea)
        self.elsewhere = elsewhere
        self.is_hidden = counts.are_hidden(idea.component) if is_hidden is None else is_hidden

    def context(self) -> dict[str, Any]:
        return {
            "idea": self.idea,
            "is_hidden": self.is_hidden,
            "elsewhere": self.elsewhere,
            "is_announced": self.is_announced,
        }


class Tally(Count):
    """The same on a card: twenty of them would talk without end."""

    part = "tally"
    is_announced = False


class Goal(Count):
    """How many supports are still needed for the board's promise, or what was promised.

    Nothing (an empty place) where nothing is promised, or the counts are hidden.
    """

    part = "goal"
    template = "raati_ideas/fragments/goal.html"

    def context(self) -> dict[str, Any]:
        idea, threshold = self.idea, self.idea.component.settings.get("threshold") or 0
        promise = None if self.is_hidden else getattr(idea, "promise", None)
        is_asked = threshold and not self.is_hidden and promise is None
        missing = max(1, threshold - idea.support_count)
        return {
            "promise": promise,
            # Once the city has taken it up, nobody has to wait for more.
            "missing": missing if is_asked and idea.state == FIRST_STATE else 0,
            "part": threshold - missing,
            "threshold": threshold,
            "elsewhere": self.elsewhere,
        }


class State(IdeaFragment):
    """The state as a chip."""

    part = "state"
    template = "raati_ideas/fragments/state.html"


class Summary(IdeaFragment):
    """What a card says of the idea."""

    part = "summary"
    template = "raati_ideas/fragments/summary.html"

    def context(self) -> dict[str, Any]:
        addresses = self.addresses
        return {**super().context(), "address": addresses.idea(self.idea) if addresses else ""}


class Card(IdeaFragment):
    """An idea in the list."""

    part = "card"
    template = "raati_ideas/fragments/card.html"

    def __init__(
        self, idea: Idea, addresses: Addresses, *, can_support: bool, is_hidden: bool = False
    ) -> None:
        super().__init__(idea, addresses)
        self.can_support = can_support
        self.is_hidden = is_hidden

    def inputs(self) -> Hashable | None:
        """All that the card is made with: a card must not look at the clock or ask for rows."""
        assert self._addresses is not None
        given = {**vars(self), "_addresses": self._addresses.board}
        is_hidden = counts.are_hidden(self.idea.component)
        return (is_hidden, *(kept.as_key(value) for value in given.values()))

    def context(self) -> dict[str, Any]:
        assert self.addresses is not None
        return {
            "idea": self.idea,
            "can_support": self.can_support,
            "summary": Summary(self.idea, self.addresses),
            "count": Tally(self.idea, is_hidden=self.is_hidden),
            "goal": Goal(self.idea, is_hidden=self.is_hidden),
            "mine_id": element(self.idea, "mine"),
            "mine_address": self.addresses.below("mine", self.idea),
        }


class Row(Card):
    """An idea in the compact list: as little as it takes to choose."""

    template = "raati_ideas/fragments/row.html"


class Arrival(IdeaFragment):
    """One entry in the board's list of what came since the page was loaded."""

    part = "arrival"
    template = "raati_ideas/fragments/arrival.html"


class Steps(IdeaFragment):
    """The idea's way so far, and the answer still to come."""

    part = "steps"
    template = "raati_ideas/fragments/steps.html"

    def context(self) -> dict[str, Any]:
        steps = list(self.idea.steps.all())
        waits = self.idea.state in UNDECIDED and self.idea.official_answer is None
        return {**super().context(), "steps": [_step(step, steps[-1]) for step in steps],
                "waits": waits}  # fmt: skip


def _step(step: Any, last: Any) -> dict[str, Any]:
    note, note_language = shown(step.note)
    role, role_language = shown(step.role)
    return {
        "row": step,
        "here": step is last,
        "icon": LOOKS[step.state][0],
        "note": note,
        "note_language": note_language,
        "role": role,
        "role_language": role_language,
    }


class OfficialAnswer(IdeaFragment):
    """The city's answer, framed; an empty place while there is none."""

    part = "answer"
    template = "raati_ideas/fragments/answer.html"

    def context(self) -> dict[str, Any]:
        answer = self.idea.official_answer
        if answer is None:
            return {"answer": None}
        text, text_language = shown(answer.text)
        role, role_language = shown(answer.role)
        icon, tone = LOOKS[answer.outcome]
        return {
            "answer": answer,
            "earlier": [_earlier(row) for row in _revisions(answer)],
            "icon": icon,
            "tone": tone,
            "text": text,
            "text_language": text_language,
            "role": role,
            "role_language": role_language,
        }


def _revisions(answer: Any) -> Any:
    """What the answer said before; asked for only where it was changed."""
    return answer.revisions.all() if answer.version > 1 else ()


def _earlier(row: Any) -> dict[str, Any]:
    text, text_language = shown(row.text)
    return {"row": row, "text": text, "text_language": text_language}


class Realised(IdeaFragment):
    """What an accepted idea costs, when it is done, and what has been done; else an empty place."""

    part = "realised"
    template = "raati_ideas/fragments/realised.html"

    def context(self) -> dict[str, Any]:
        idea = self.idea
        if idea.state not in GOOD:
            return {"is_told": False}
        milestones = [_milestone(row) for row in idea.milestones.select_related("photo")]
        is_told = bool(milestones or idea.schedule) or idea.cost is not None
        return {"idea": idea, "milestones": milestones, "is_told": is_told}


def _milestone(row: Any) -> dict[str, Any]:
    title, title_language = shown(row.title)
    text, text_language = shown(row.text)
    return {
        "row": row,
        "id": f"milestone-{row.public_id}",
        "on": row.on,
        "title": title,
        "title_language": title_language,
        "text": text,
        "text_language": text_language,
        "picture": reverse("raati_file", args=[row.photo.public_id]) if row.photo else "",
    }


class Article(IdeaFragment):
    """Everything that an idea's page says, or why it says nothing any more."""

    template = "raati_ideas/fragments/article.html"

    def __init__(
        self, idea: Idea, addresses: Addresses | None = None, *, support: Any = None
    ) -> None:
        super().__init__(idea, addresses)
        self.support = support

    def context(self) -> dict[str, Any]:
        idea, addresses = self.idea, self.addresses
        if not idea.is_visible or addresses is None:
            kept = idea.merged_into
            stays = addresses.idea(kept) if addresses and kept and kept.is_visible else ""
            return {"idea": idea, "is_gone": True, "stays": stays}
        return {
            **super().context(),
            "state": State(idea),
            # Their authors' words stay to be read; what was hidden since does not.
            "taken_in": idea.merged.filter(
                hidden_at=None, held_at=None, withdrawn_at=None
            ).order_by("pk"),
            "removals": [] if getattr(idea, "has_removals", True) is False else idea.removals.all(),
            "answer": OfficialAnswer(idea),
            "steps": Steps(idea),
            "realised": Realised(idea),
            "count": Count(idea),
            "goal": Goal(idea),
            "support": self.support or look(idea.component, SUPPORT)[SUPPORT],
            "mine_id": element(idea, "mine"),
            "mine_address": addresses.below("mine", idea),
            "mine_part": addresses.below("mine_part", idea),
            "versions": addresses.below("versions", idea),
            "map_address": self._on_the_map(addresses),
            "are_hidden": counts.are_hidden(idea.component),
        }

    def _on_the_map(self, addresses: Addresses) -> str:
        """The board's map around the idea's place; "" where there is none."""
        point = self.idea.point
        if point is None or not self.idea.component.settings.get("has_map", True):
            return ""
        here = (float(point.longitude), float(point.latitude))
        return f"{addresses.board}?view=map&box={Box(*here, *here).grown(NEARBY)}"
