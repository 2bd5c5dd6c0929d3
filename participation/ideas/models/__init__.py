"""Idea boards, the ideas on them, the steps of each, its supports and its answer."""

from .handling import Answer, Step
from .ideas import HideReason, Idea, State, Support
from .pages import SUBMIT, SUPPORT, IdeaBoardPage

__all__ = [
    "SUBMIT",
    "SUPPORT",
    "Answer",
    "HideReason",
    "Idea",
    "IdeaBoardPage",
    "State",
    "Step",
    "Support",
]
