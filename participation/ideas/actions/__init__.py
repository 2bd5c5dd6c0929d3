"""Everything that changes ideas."""

from .exporting import record_export
from .handling import answer_idea, assign_idea, move_idea
from .hiding import approve_idea, hide_idea, hold_idea, redact_idea, restore_idea
from .keeping_views import delete_view, rename_view, save_view
from .merging import merge_idea
from .noting import add_note
from .preparing import (
    discard_prepared,
    mark_ready,
    prepare_answer,
    publish_answer,
    publish_prepared,
)
from .realising import add_milestone, edit_milestone, plan_idea, remove_milestone
from .reminding import remind
from .removing import remove_supports
from .sending import edit_idea, send_idea, withdraw_idea
from .supporting import support_idea, withdraw_support

__all__ = [
    "add_milestone",
    "add_note",
    "answer_idea",
    "approve_idea",
    "assign_idea",
    "delete_view",
    "discard_prepared",
    "edit_idea",
    "edit_milestone",
    "hide_idea",
    "hold_idea",
    "mark_ready",
    "merge_idea",
    "move_idea",
    "plan_idea",
    "prepare_answer",
    "publish_answer",
    "publish_prepared",
    "record_export",
    "redact_idea",
    "remind",
    "remove_milestone",
    "remove_supports",
    "rename_view",
    "restore_idea",
    "save_view",
    "send_idea",
    "support_idea",
    "withdraw_idea",
    "withdraw_support",
]
