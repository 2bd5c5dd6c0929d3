"""Which ideas a member of staff works with on the desk."""

from django.db.models import Q

from participation.core.actors import Actor
from participation.core.models import RoleGrant
from participation.core.roles import Role, is_administrator, within

from ..models import Idea
from ..models.ideas import VISIBLE, IdeaQuerySet
from ..policies import HANDLERS, given_to, works_here

__all__ = ["handled_by", "ideas_for", "works_here"]

#: These see all of their boards' ideas, hidden ones too; a service area sees its own visible ones.
OVERSEERS = (Role.COMMUNICATIONS, Role.MODERATOR)


def ideas_for(actor: Actor) -> IdeaQuerySet:
    """The ideas that this actor may open on the desk."""
    rows = Idea.objects.all()
    if is_administrator(actor):
        return rows
    # Nothing, to begin with: `pk__in=[]` is what Q has for "none".
    seen = given_to(actor) & VISIBLE if actor.grants else Q(pk__in=[])
    for grant in actor.grants:
        if grant.role in OVERSEERS:
            seen |= _within(grant)
        elif grant.role == Role.SERVICE_AREA:
            seen |= _within(grant) & VISIBLE
    return rows.filter(seen)


def handled_by(actor: Actor) -> IdeaQuerySet:
    """The visible ideas that this actor may assign and answer: those of `policies.may_handle`."""
    rows = Idea.objects.filter(VISIBLE)
    if is_administrator(actor):
        return rows
    theirs = given_to(actor) if actor.grants else Q(pk__in=[])
    for grant in actor.grants:
        if grant.role in HANDLERS:
            theirs |= _within(grant)
    return rows.filter(theirs)


def _within(grant: RoleGrant) -> Q:
    where = within(grant)
    return where & Q(service_area=grant.service_area_id) if grant.service_area_id else where
