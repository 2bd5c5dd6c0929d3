"""What the clock command does for ideas."""

from participation.core.jobs import every_tick

from . import reminders, shuffling

every_tick("note ideas that are due")(reminders.note_due)
every_tick("mail about ideas")(reminders.send_waiting)
every_tick("shuffle ideas")(shuffling.reshuffle)
