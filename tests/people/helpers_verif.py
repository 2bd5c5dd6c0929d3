"""People, officials and the ways between them, for the tests of identity checks."""

from django.contrib.auth import get_user_model

from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.roles import Role, grant_role

PASSWORD = "osallistu-2026"


def member(name: str) -> Actor:
    user = get_user_model().objects.create_verified(f"{name.lower()}@example.org", PASSWORD)
    return Actor.member(Person.objects.create(user=user, display_name=name))


def official(name: str = "Outi", role: str = Role.SERVICE_DESK) -> Actor:
    actor = member(name)
    grant_role(actor=Actor.system("tests"), person=actor.person, role=role)
    return Actor.member(actor.person)
