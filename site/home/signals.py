"""Facts of the site itself."""

from participation.core.facts import FactSignal

accessibility_feedback_sent = FactSignal("accessibility_feedback_sent")
accessibility_feedback_answered = FactSignal("accessibility_feedback_answered")
#: Told once for each, by the clock, when the fourteen days are gone.
accessibility_feedback_overdue = FactSignal("accessibility_feedback_overdue")
