"""Who may do what with initiatives (403)."""

from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.models import Component
from participation.core.policies import Refused, require, require_member
from participation.core.roles import Role, has_role, is_administrator

from .models import Initiative

#: Who keeps the registry's side: reads makers' details, records, exports.
REGISTRARS = (Role.COMMUNICATIONS,)
MODERATORS = (Role.COMMUNICATIONS, Role.MODERATOR)


def is_maker(actor: Actor, initiative: Initiative) -> bool:
    return actor.person is not None and initiative.author_id == actor.person.pk


def keeps_register(actor: Actor, component: Component) -> bool:
    return is_administrator(actor) or has_role(actor, *REGISTRARS, component=component)


def may_make(actor: Actor, component: Component) -> None:
    require_member(actor, component)


def may_sign(actor: Actor, initiative: Initiative) -> None:
    """Anybody signed in; the maker's own name is under it from the beginning."""
    require_member(actor, initiative.component)
    require(
        not is_maker(actor, initiative),
        _("This is your own initiative. Your name is under it already."),
    )


def may_change_own(actor: Actor, initiative: Initiative) -> None:
    """Edit, publish, deliver, withdraw: the maker only."""
    if not actor.is_member:
        raise Refused(_("Sign in to change your initiative."), sign_in=True)
    require(is_maker(actor, initiative), _("Only its maker can change an initiative."))


def may_publish(actor: Actor, initiative: Initiative) -> None:
    """Its maker, while no moderator stops them from writing; delivering is always their right."""
    may_change_own(actor, initiative)
    require_member(actor, initiative.component)


def may_take_back_signature(actor: Actor, initiative: Initiative) -> None:
    """One's own name is one's own, also for who may not write now."""
    if not actor.is_member:
        raise Refused(_("Sign in to take your signature back."), sign_in=True)
    require(
        not is_maker(actor, initiative),
        _("This is your own initiative. Your name is under it already."),
    )


def may_hide(actor: Actor, initiative: Initiative) -> None:
    """Hide, hold, take words out: communications and moderators."""
    require(
        is_administrator(actor) or has_role(actor, *MODERATORS, component=initiative.component),
        _("You need the role of a moderator to hide initiatives."),
    )


def may_handle(actor: Actor, initiative: Initiative) -> None:
    """Record and export: communications, who keep the registry's side here."""
    require(
        keeps_register(actor, initiative.component),
        _("You need the role of a communications officer to handle initiatives."),
    )
