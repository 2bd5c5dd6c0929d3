"""Which initiatives a member of staff works with on the desk."""

from django.db.models import Q

from participation.core.actors import Actor
from participation.core.roles import is_administrator

from ..models import Initiative, State
from ..models.initiatives import InitiativeQuerySet
from ..policies import REGISTRARS


def works_here(actor: Actor) -> bool:
    """Whether the actor has anything to do on the desk."""
    return is_administrator(actor) or any(grant.role in REGISTRARS for grant in actor.grants)


def initiatives_for(actor: Actor) -> InitiativeQuerySet:
    """Those that this actor may open on the desk; drafts are their makers' alone."""
    rows = Initiative.objects.exclude(state=State.DRAFT)
    if is_administrator(actor):
        return rows
    seen = Q(pk__in=[])
    for grant in actor.grants:
        if grant.role not in REGISTRARS or grant.service_area_id:
            continue
        if grant.component is None:
            return rows
        page = grant.component.source_page
        seen |= Q(component=grant.component)
        if page:
            seen |= Q(component__source_page__path__startswith=page.path)
    return rows.filter(seen)
