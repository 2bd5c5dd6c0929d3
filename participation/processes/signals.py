"""Facts that this package tells."""

from participation.core.facts import FactSignal

process_drafted = FactSignal("process_drafted")
