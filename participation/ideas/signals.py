"""Facts that this package tells. Their subject is the idea; `data` names no supporter."""

from participation.core.facts import FactSignal

idea_sent = FactSignal("idea_sent")
idea_edited = FactSignal("idea_edited")
idea_withdrawn = FactSignal("idea_withdrawn")
idea_supported = FactSignal("idea_supported")
idea_reached_threshold = FactSignal("idea_reached_threshold")
support_withdrawn = FactSignal("support_withdrawn")
idea_assigned = FactSignal("idea_assigned")
idea_moved = FactSignal("idea_moved")
idea_answered = FactSignal("idea_answered")
idea_merged = FactSignal("idea_merged")
idea_planned = FactSignal("idea_planned")
milestone_added = FactSignal("milestone_added")
milestone_changed = FactSignal("milestone_changed")
milestone_removed = FactSignal("milestone_removed")
idea_hidden = FactSignal("idea_hidden")
idea_restored = FactSignal("idea_restored")
idea_held = FactSignal("idea_held")
idea_approved = FactSignal("idea_approved")
idea_redacted = FactSignal("idea_redacted")
supports_removed = FactSignal("supports_removed")
answer_prepared = FactSignal("answer_prepared")
note_added = FactSignal("note_added")
#: Told by the clock once for each due date: some days before it, on it, when it is past, and
#: when it has been past for long (`step` says whom that concerns).
idea_due_soon = FactSignal("idea_due_soon")
idea_due_today = FactSignal("idea_due_today")
idea_escalated = FactSignal("idea_escalated")
idea_overdue = FactSignal("idea_overdue")
