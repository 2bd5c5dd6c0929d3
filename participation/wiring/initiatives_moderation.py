"""Initiatives and moderation: what happens to one on its desk enters its case."""

from participation.initiatives import signals
from participation.initiatives.models import Initiative
from participation.moderation.models import What

from .moderated import connect

connect(
    Initiative,
    held=signals.initiative_held,
    withdrawn=signals.initiative_withdrawn,
    decided={
        signals.initiative_hidden: What.HIDE,
        signals.initiative_restored: What.RESTORE,
        signals.initiative_approved: What.APPROVE,
    },
)
