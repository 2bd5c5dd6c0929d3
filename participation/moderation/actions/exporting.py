"""Taking the log of moderation out of the service: noted before the file leaves."""

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor

from .. import policies


@action("moderation.export")
def record_export(*, actor: Actor, query: str, kind: str, count: int) -> None:
    """Write down who took how many cases out, and with which filters."""
    policies.may_use_desk(actor)
    assert actor.user is not None
    audit.record(actor, actor.user, "moderation.export", filters=query, kind=kind, count=count)
