"""What the clock command does for the core."""

from . import facts, receipts
from .jobs import every_tick
from .receivers import repair_components

every_tick("facts")(facts.deliver_waiting)
every_tick("components")(repair_components)
every_tick("forget facts")(facts.forget_done)
every_tick("forget receipts")(receipts.forget_old)
