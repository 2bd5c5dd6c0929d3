"""Who is called at once when something cannot wait for the queue."""

from participation.core import clock
from participation.core.models import Component, Person, RoleGrant
from participation.core.models.people import PersonQuerySet, RoleGrantQuerySet
from participation.core.openness import lineage_keys
from participation.core.roles import Role

from .policies import MODERATORS


def safeguards() -> PersonQuerySet:
    """The readers of the danger queue; where nobody has that role, the administrators."""
    return _holders(RoleGrant.objects.filter(role=Role.SAFEGUARDING))


def moderators_of(place: Component) -> PersonQuerySet:
    """Who moderates in this place; where nobody does, the administrators."""
    grants = RoleGrant.objects.filter(role__in=MODERATORS, service_area=None)
    here = grants.filter(component=None) | grants.filter(component__in=lineage_keys(place))
    return _holders(here)


def _holders(grants: RoleGrantQuerySet) -> PersonQuerySet:
    now = clock.glance()
    found = Person.objects.filter(pk__in=grants.in_force(now).values("person"))
    if found.exists():
        return found
    admins = RoleGrant.objects.in_force(now).filter(role=Role.ADMINISTRATOR)
    return Person.objects.filter(pk__in=admins.values("person"))
