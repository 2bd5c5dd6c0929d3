"""Taking a case, or giving it to a colleague."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.rules import RuleBroken, require_version

from .. import policies, signals
from ..models import Case
from .cases import locked


@action("moderation.assign")
def assign_case(
    *, actor: Actor, case: Case, person: Person | None, version: int | None = None
) -> Case:
    """Say who looks at it; None gives it back to everybody."""
    case = locked(case)
    policies.may_moderate(actor, case)
    require_version(version, case.version)
    if person is not None and not _reads(person, case):
        raise RuleBroken("person", _("This colleague cannot open the case."))
    case.assigned_to = person
    case.version += 1
    case.save(update_fields=["assigned_to", "version"])
    audit.record(actor, case, "moderation.assign", to=str(person or ""))
    signals.case_assigned.tell(subject=case, component=case.component)
    return case


def _reads(person: Person, case: Case) -> bool:
    return policies.cases_for(Actor.member(person)).filter(pk=case.pk).exists()
