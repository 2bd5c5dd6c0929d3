"""What happened about a child's consent."""

from participation.core.facts import FactSignal

consent_needed = FactSignal("consent_needed")
consent_given = FactSignal("consent_given")
consent_withdrawn = FactSignal("consent_withdrawn")
