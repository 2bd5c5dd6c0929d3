"""Pieces of HTML about an idea: on its page, in answers to forms, on the live channel.

None of them knows the viewer. What is one person's own is drawn by views/mine.py.
"""

from typing import Any

from participation.core.fragments import Fragment
from participation.core.openness import look

from .addresses import Addresses
from .models import SUPPORT, Idea
from .models.ideas import UNDECIDED
from .streams import element
from .texts import shown

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

    def __init__(self, idea: Idea, *, elsewhere: bool = False) -> None:
        super().__init__(idea)
        self.elsewhere = elsewhere

    def context(self) -> dict[str, Any]:
        """`elsewhere`: it comes along with another piece and finds its own place."""
        return {
            "idea": self.idea,
            "elsewhere": self.elsewhere,
            "is_announced": self.is_announced,
        }


class Tally(Count):
    """The same on a card: twenty of them would talk without end."""

    part = "tally"
    is_announced = False


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

    def __init__(self, idea: Idea, addresses: Addresses, *, can_support: bool) -> None:
        super().__init__(idea, addresses)
        self.can_support = can_support

    def context(self) -> dict[str, Any]:
        assert self.addresses is not None
        return {
            "idea": self.idea,
            "can_support": self.can_support,
            "summary": Summary(self.idea, self.addresses),
            "count": Tally(self.idea),
            "mine_id": element(self.idea, "mine"),
            "mine_address": self.addresses.below("mine", self.idea),
        }


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
            "icon": icon,
            "tone": tone,
            "text": text,
            "text_language": text_language,
            "role": role,
            "role_language": role_language,
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
            return {"idea": idea, "is_gone": True}
        return {
            **super().context(),
            "state": State(idea),
            "answer": OfficialAnswer(idea),
            "steps": Steps(idea),
            "count": Count(idea),
            "support": self.support or look(idea.component, SUPPORT)[SUPPORT],
            "mine_id": element(idea, "mine"),
            "mine_address": addresses.below("mine", idea),
            "mine_part": addresses.below("mine_part", idea),
        }
