"""Facts that this package tells."""

from participation.core.facts import FactSignal

process_drafted = FactSignal("process_drafted")
#: Told by the clock a week and a day before; `data` names the process, the phase, its last day.
phase_ending = FactSignal("phase_ending")
