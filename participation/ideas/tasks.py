"""What the clock command does for ideas."""

from participation.core.actors import Actor
from participation.core.jobs import every_tick

from . import actions, shuffling


@every_tick("remind of ideas")
def remind() -> int:
    return actions.remind(actor=Actor.system("clock"))


every_tick("shuffle ideas")(shuffling.reshuffle)
