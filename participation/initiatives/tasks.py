"""What the clock command does for initiatives."""

from participation.core.actors import Actor
from participation.core.jobs import every_tick

from . import actions


@every_tick("remind of initiatives")
def remind() -> int:
    return actions.remind(actor=Actor.system("clock"))
