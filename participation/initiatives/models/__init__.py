"""The page of residents' initiatives, the initiatives, who signed, what was done."""

from .initiatives import Contact, Crossing, HideReason, Initiative, Maker, Signature, State
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
    "Signature",
    "State",
]
