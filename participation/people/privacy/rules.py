"""What stands in the way of an erasure."""

from django.utils.translation import gettext_lazy as _

from participation.core.models import Person
from participation.core.roles import administrators
from participation.core.rules import RuleBroken


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
