"""What the clock command does for the site."""

from participation.core.actors import Actor
from participation.core.jobs import every_tick

from . import actions


@every_tick("overdue accessibility feedback")
def tell_overdue() -> int:
    return actions.tell_overdue_feedback(actor=Actor.system("clock"))
