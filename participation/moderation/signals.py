"""Facts that this package tells. Their subject is the case; none names a reporter."""

from participation.core.facts import FactSignal

thing_reported = FactSignal("thing_reported")
danger_reported = FactSignal("danger_reported")
case_opened = FactSignal("case_opened")
case_assigned = FactSignal("case_assigned")
case_decided = FactSignal("case_decided")
new_decision_asked = FactSignal("new_decision_asked")
new_decision_made = FactSignal("new_decision_made")
person_barred = FactSignal("person_barred")
ban_lifted = FactSignal("ban_lifted")
