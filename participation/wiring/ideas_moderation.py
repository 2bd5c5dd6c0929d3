"""Ideas and moderation: what happens to an idea on its board or desk enters its case."""

from participation.ideas import signals
from participation.ideas.models import Idea
from participation.moderation.models import What

from .moderated import connect

connect(
    Idea,
    held=signals.idea_held,
    withdrawn=signals.idea_withdrawn,
    decided={
        signals.idea_hidden: What.HIDE,
        signals.idea_restored: What.RESTORE,
        signals.idea_approved: What.APPROVE,
    },
)
