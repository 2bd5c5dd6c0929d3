"""Ideas and people: what a child sent stays out of sight until a guardian agrees."""

from participation.ideas.signals import idea_approved, idea_restored
from participation.people.guardians.holding import hold_again

for signal in (idea_approved, idea_restored):
    signal.connect(hold_again, dispatch_uid="raati_wiring:hold_again")
