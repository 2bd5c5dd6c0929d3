"""Facts that this package tells. Their subject is the initiative; `data` names no signer."""

from participation.core.facts import FactSignal

initiative_published = FactSignal("initiative_published")
initiative_signed = FactSignal("initiative_signed")
signature_withdrawn = FactSignal("signature_withdrawn")
#: Told once in an initiative's life, whatever is withdrawn afterwards.
initiative_reached = FactSignal("initiative_reached")
initiative_delivered = FactSignal("initiative_delivered")
initiative_withdrawn = FactSignal("initiative_withdrawn")
initiative_pending = FactSignal("initiative_pending")
initiative_recorded = FactSignal("initiative_recorded")
initiative_hidden = FactSignal("initiative_hidden")
initiative_restored = FactSignal("initiative_restored")
initiative_held = FactSignal("initiative_held")
initiative_approved = FactSignal("initiative_approved")
initiative_redacted = FactSignal("initiative_redacted")
signatures_removed = FactSignal("signatures_removed")
#: Told once for each by the clock: some time before the due date, and when it is past.
initiative_due_soon = FactSignal("initiative_due_soon")
initiative_overdue = FactSignal("initiative_overdue")
#: For officials by name: on the day, and when it is past for long (`step` says for whom).
initiative_due_today = FactSignal("initiative_due_today")
initiative_escalated = FactSignal("initiative_escalated")
