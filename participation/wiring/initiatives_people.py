"""Initiatives and people: what a child sent stays out of sight until a guardian agrees."""

from participation.initiatives.signals import initiative_approved, initiative_restored
from participation.people.guardians.holding import hold_again

for signal in (initiative_approved, initiative_restored):
    signal.connect(hold_again, dispatch_uid="raati_wiring:hold_again")
