"""Names on the live channel: one stream per board, one per idea, and the ids of what changes."""

from participation.core.models import Component

from .models import Idea

BOARD_PREFIX = "ideas"
IDEA_PREFIX = "idea"


def board_stream(component: Component) -> str:
    return f"{BOARD_PREFIX}.{component.public_id}"


def idea_stream(public_id: str) -> str:
    return f"{IDEA_PREFIX}.{public_id}"


def element(idea: Idea, part: str = "") -> str:
    """The id of an idea's element: the article itself, or its `part`.

    Parts: "card", "summary", "tally" (on the board), "state", "steps", "answer",
    "count" (on its page), "goal", "mine" and "button" (on both).
    """
    return f"idea-{idea.public_id}-{part}" if part else f"idea-{idea.public_id}"


def standing_element(component: Component) -> str:
    """The id of a person's own line on the board: how much they have left."""
    return f"ideas-{component.public_id}-mine"


def arrivals_element(component: Component) -> str:
    """The id of the board's list of what arrived since the page was loaded."""
    return f"ideas-{component.public_id}-arrivals"
