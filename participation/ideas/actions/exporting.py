"""What leaves the house in a file is written down."""

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor

from .. import policies
from ..filters import known_filters


@action("ideas.export")
def record_export(*, actor: Actor, query: str, kind: str, count: int) -> None:
    """Write in the log who took which ideas out: the filters, the kind of file, how many."""
    policies.may_use_desk(actor)
    assert actor.person is not None
    kept = known_filters(query)
    audit.record(actor, actor.person, "ideas.export", filters=kept, kind=kind, count=count)
