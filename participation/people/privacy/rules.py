"""What stands in the way of an erasure."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.models import Person, RoleGrant
from participation.core.roles import Role
from participation.core.rules import RuleBroken


def administrators(*, locked: bool = False) -> set[int]:
    """The accounts that can hand out roles now, by role or by flag; `locked` holds them so."""
    grants = RoleGrant.objects.in_force(clock.now()).filter(role=Role.ADMINISTRATOR, component=None)
    users = get_user_model()._default_manager.filter(is_superuser=True, is_active=True)
    if locked:
        grants, users = grants.select_for_update(), users.select_for_update()
        list(grants.order_by("pk").values_list("pk")), list(users.order_by("pk").values_list("pk"))
    people = Person.objects.filter(pk__in=grants.order_by().values("person"), user__is_active=True)
    return {*people.values_list("user_id", flat=True), *users.values_list("pk", flat=True)}


def require_another_administrator(person: Person, *, locked: bool = False) -> None:
    """The last who can hand out roles stays: nobody could help the others."""
    left = administrators(locked=locked)
    if left == {person.user_id}:
        raise RuleBroken(
            "last_administrator",
            _(
                "You are the last administrator. Give the role to somebody else first: "
                "otherwise nobody could help the others."
            ),
        )
