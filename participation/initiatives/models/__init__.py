"""The page of residents' initiatives, the initiatives, who signed, what was done."""

from .initiatives import (
    Contact,
    Crossing,
    HideReason,
    Initiative,
    Maker,
    Original,
    Signature,
    SignatureRemoval,
    State,
)
from .pages import SIGN, SUBMIT, InitiativesPage
from .record import Entry, EntryKind

__all__ = [
    "SIGN",
    "SUBMIT",
    "Contact",
    "Crossing",
    "Entry",
    "EntryKind",
    "HideReason",
    "Initiative",
    "InitiativesPage",
    "Maker",
    "Original",
    "Signature",
    "SignatureRemoval",
    "State",
]
