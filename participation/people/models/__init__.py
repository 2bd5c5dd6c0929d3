"""What is known of people, how it was proved, and what they asked of us."""

from .desk import ServiceDesk
from .guardians import GuardianConsent, Way
from .known import Level, Profile, Status, ToldUse
from .privacy import DataExport, RetentionNotice
from .proofs import EntryCode, IdentityKey, Letter, MailboxUse, Method, Verification

__all__ = [
    "DataExport",
    "EntryCode",
    "GuardianConsent",
    "IdentityKey",
    "Letter",
    "Level",
    "MailboxUse",
    "Method",
    "Profile",
    "RetentionNotice",
    "ServiceDesk",
    "Status",
    "ToldUse",
    "Verification",
    "Way",
]
