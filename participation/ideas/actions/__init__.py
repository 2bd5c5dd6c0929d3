"""Everything that changes ideas."""

from .handling import answer_idea, assign_idea, move_idea
from .hiding import hide_idea, restore_idea
from .sending import edit_idea, send_idea, withdraw_idea
from .supporting import support_idea, withdraw_support

__all__ = [
    "answer_idea",
    "assign_idea",
    "edit_idea",
    "hide_idea",
    "move_idea",
    "restore_idea",
    "send_idea",
    "support_idea",
    "withdraw_idea",
    "withdraw_support",
]
