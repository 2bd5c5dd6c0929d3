"""What actions say on the live channel: last of all, the idea's stream before the board's.

Changes name what changed, never its text; it is drawn when somebody is told.
"""

from participation.live.publishing import hint, publish
from participation.live.registry import Ref, append, remove, replace

from . import counts
from .models import Idea
from .streams import arrivals_element, board_stream, element, idea_stream


def _ref(part: str, idea: Idea) -> Ref:
    return Ref(part, idea.public_id)


def sent(idea: Idea) -> None:
    """A new idea: the board offers to show it."""
    board = idea.component
    publish(board_stream(board), [append(arrivals_element(board), _ref("arrival", idea))])


def counted(idea: Idea) -> None:
    """The count of supports moved; frequent, so only hinted at, and not where it is hidden."""
    if counts.are_hidden(idea.component):
        return
    more = [element(idea, "goal")] if idea.component.settings.get("threshold") else []
    hint(idea_stream(idea.public_id), element(idea, "count"), *more)
    hint(board_stream(idea.component), element(idea, "tally"), *more)


def changed(idea: Idea) -> None:
    """Its author edited the idea."""
    publish(idea_stream(idea.public_id), [replace(element(idea), _ref("article", idea))])
    _summary(idea)


def moved(idea: Idea) -> None:
    """The idea took a step."""
    _parts(idea, "state", "steps")
    _summary(idea)


def answered(idea: Idea) -> None:
    """The city answered, or changed its answer."""
    parts = ("state", "steps", "answer")
    publish(
        idea_stream(idea.public_id),
        [replace(element(idea, part), _ref(part, idea)) for part in parts],
    )
    _summary(idea)


def realised(idea: Idea) -> None:
    """What it costs, when it is done, what has been done so far."""
    _parts(idea, "realised")


def gone(idea: Idea) -> None:
    """Hidden or withdrawn: its text leaves every open page."""
    publish(idea_stream(idea.public_id), [replace(element(idea), _ref("article", idea))])
    publish(board_stream(idea.component), [remove(element(idea, "card"))])


def returned(idea: Idea) -> None:
    """Shown again after it was hidden."""
    publish(idea_stream(idea.public_id), [replace(element(idea), _ref("article", idea))])
    sent(idea)


def _parts(idea: Idea, *parts: str) -> None:
    edits = [replace(element(idea, part), _ref(part, idea)) for part in parts]
    publish(idea_stream(idea.public_id), edits)


def _summary(idea: Idea) -> None:
    publish(
        board_stream(idea.component), [replace(element(idea, "summary"), _ref("summary", idea))]
    )
