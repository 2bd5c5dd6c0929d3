"""The board's own names for the states of its ideas, as its row holds them.

Rules and figures look at the state alone, which is what a stage means. A board without
stages of its own uses the usual words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from i18nfield.strings import LazyI18nString

from participation.core.models import Component

from .states import State


@dataclass(frozen=True)
class Stage:
    """One choice: `key` is a stage's id, or the state itself where the board has no word for it."""

    key: str
    label: Any
    meaning: State

    @property
    def id(self) -> str:
        """What Idea.stage stores: "" for the usual word."""
        return "" if self.key == self.meaning else self.key


def own_stages(component: Component) -> list[Stage]:
    """The board's own stages in their order; entries that mean nothing are left out."""
    return [
        Stage(str(each["id"]), LazyI18nString(each["label"]), State(each["meaning"]))
        for each in component.settings.get("stages") or []
        if each.get("meaning") in State.values and each.get("id") and each.get("label")
    ]


def choices(component: Component, among: Iterable[str] = State.values) -> list[Stage]:
    """What an idea of this board can be in, in the order of the way: own stages, else states.

    A state for which the board has no word keeps the usual one.
    """
    own = own_stages(component)
    if not own:
        return [_usual(State(state)) for state in State.values if state in among]
    named = {stage.meaning for stage in own}
    rest = [_usual(state) for state in State if state not in named]
    return [stage for stage in (*own, *rest) if stage.meaning in among]


def _usual(state: State) -> Stage:
    return Stage(str(state), state.label, state)


def find(component: Component, chosen: str) -> Stage | None:
    """The stage that `chosen` names: an id of the board's own, or a state; None for neither.

    A state stands for the first of the board's stages that means it.
    """
    offered = choices(component)
    return next(
        (stage for stage in offered if stage.key == chosen),
        next((stage for stage in offered if str(stage.meaning) == chosen), None),
    )


def of(component: Component, state: str, stage: str) -> Stage:
    """What an idea with this state and stage is called today.

    A stage that the editor took away, or that means something else by now, is not
    believed: the state decides.
    """
    own = [each for each in own_stages(component) if each.meaning == state]
    first = own[0] if own else _usual(State(state))
    return next((each for each in own if each.key == stage), first)


def that_are(component: Component, chosen: str) -> Q:
    """The condition for the ideas that are called so: by an own stage's id, or by a state."""
    if chosen in State.values:
        return Q(state=chosen)
    own = own_stages(component)
    stage = next((each for each in own if each.key == chosen), None)
    if stage is None:
        return Q(pk__in=[])
    same = [each.key for each in own if each.meaning == stage.meaning]
    if same[0] != stage.key:
        return Q(state=stage.meaning, stage=stage.key)
    # The first of its meaning also names ideas that were there before the stages were.
    return Q(state=stage.meaning) & ~Q(stage__in=same[1:])
