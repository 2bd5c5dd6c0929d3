"""Reports, the cases they open, what was decided, and who is kept from writing."""

from .cases import Case, Lane, Report, ReportReason, Source
from .decisions import MEND, Appeal, Ban, Decision, Outcome, What
from .settings import ModerationSettings

__all__ = [
    "MEND",
    "Appeal",
    "Ban",
    "Case",
    "Decision",
    "Lane",
    "ModerationSettings",
    "Outcome",
    "Report",
    "ReportReason",
    "Source",
    "What",
]
