"""Whether a board's counts are kept from everyone for now. Every way out asks here."""

from collections.abc import Iterable

from participation.core.models import Component
from participation.core.openness import lineage, look

from .models import SUPPORT, Idea


def are_hidden(component: Component) -> bool:
    """Whether no number of supports may be told: hidden by choice while people still decide.

    No query for the boards that show their counts; for the others one for each row, and
    none where its lineage is known (`board_of`, `require_open`). A board whose supporting
    opens once more later keeps its counts to itself until then, too.
    """
    if not component.settings.get("counts_hidden"):
        return False
    if component.known_lineage is None:
        component.known_lineage = lineage(component)
    support = look(component, SUPPORT)[SUPPORT]
    return support.is_open or support.next_opens is not None


def on_one_board(ideas: Iterable[Idea], component: Component | None = None) -> list[Idea]:
    """The ideas, with one row for each board among them, so that each is asked about once."""
    known: dict[object, Component] = {component.key: component} if component else {}
    found = list(ideas)
    for idea in found:
        if idea.component_id not in known:
            known[idea.component_id] = idea.component
        idea.component = known[idea.component_id]
    return found
