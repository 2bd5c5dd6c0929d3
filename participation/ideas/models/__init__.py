"""Idea boards, the ideas on them, the steps of each, its supports and its answer."""

from .handling import (
    Answer,
    AnswerDraft,
    AnswerRevision,
    Milestone,
    Note,
    Promise,
    SavedView,
    Step,
)
from .ideas import Channel, HideReason, Idea, IdeaRevision, State, Support
from .pages import SUBMIT, SUPPORT, IdeaBoardPage
from .removals import SupportRemoval

__all__ = [
    "SUBMIT",
    "SUPPORT",
    "Answer",
    "AnswerDraft",
    "AnswerRevision",
    "Channel",
    "HideReason",
    "Idea",
    "IdeaBoardPage",
    "IdeaRevision",
    "Milestone",
    "Note",
    "Promise",
    "SavedView",
    "State",
    "Step",
    "Support",
    "SupportRemoval",
]
