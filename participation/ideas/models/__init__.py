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
from .reminders import Reminder, ReminderKind

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
    "Reminder",
    "ReminderKind",
    "SavedView",
    "State",
    "Step",
    "Support",
]
