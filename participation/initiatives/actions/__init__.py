"""Everything that changes initiatives."""

from .exporting import export_initiative
from .handling import record_entry, record_pending
from .hiding import (
    approve_initiative,
    hide_initiative,
    hold_initiative,
    redact_initiative,
    restore_initiative,
)
from .making import (
    deliver_initiative,
    draft_initiative,
    edit_draft,
    gather_signatures,
    withdraw_initiative,
)
from .reminding import remind
from .removing import remove_signatures
from .signing import sign_initiative, withdraw_signature

__all__ = [
    "approve_initiative",
    "deliver_initiative",
    "draft_initiative",
    "edit_draft",
    "export_initiative",
    "gather_signatures",
    "hide_initiative",
    "hold_initiative",
    "record_entry",
    "record_pending",
    "redact_initiative",
    "remind",
    "remove_signatures",
    "restore_initiative",
    "sign_initiative",
    "withdraw_initiative",
    "withdraw_signature",
]
