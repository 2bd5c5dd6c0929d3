"""Everything that changes initiatives."""

from .exporting import export_initiative
from .handling import hide_initiative, record_entry, record_pending, restore_initiative
from .making import (
    deliver_initiative,
    draft_initiative,
    edit_draft,
    gather_signatures,
    withdraw_initiative,
)
from .reminding import remind
from .signing import sign_initiative, withdraw_signature

__all__ = [
    "deliver_initiative",
    "draft_initiative",
    "edit_draft",
    "export_initiative",
    "gather_signatures",
    "hide_initiative",
    "record_entry",
    "record_pending",
    "remind",
    "restore_initiative",
    "sign_initiative",
    "withdraw_initiative",
    "withdraw_signature",
]
