"""What the clock command does for processes."""

from participation.core.actors import Actor
from participation.core.jobs import every_tick

from . import actions


@every_tick("remind of phases")
def remind() -> int:
    return actions.remind(actor=Actor.system("clock"))
