"""Who may have a person's data copied or erased."""

from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.models import AuthorKind, Person
from participation.core.policies import Refused, require
from participation.core.roles import is_administrator


def may_ask_copy(actor: Actor) -> None:
    """One's own only; also of those whom a moderator has stopped from writing."""
    if not actor.is_member:
        raise Refused(_("Sign in to do this. What you have written is kept."), sign_in=True)


def may_erase(actor: Actor, person: Person) -> None:
    """Oneself; an administrator at somebody's request; the service when the time has come."""
    if actor.kind == AuthorKind.SYSTEM:
        return
    if actor.kind == AuthorKind.ON_BEHALF:
        require(is_administrator(actor), _("Only an administrator can erase somebody."))
        return
    require(
        actor.is_member and actor.person == person, _("You can only have your own data erased.")
    )
