"""Who may do what with ideas (403)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.models import AuthorKind, Component
from participation.core.policies import Refused, require, require_member
from participation.core.roles import Role, has_role, is_administrator

from .models import Idea, SavedView

#: Who enters what somebody said on paper or at an event.
SCRIBES = (Role.COMMUNICATIONS, Role.YOUTH_WORKER)
HANDLERS = (Role.COMMUNICATIONS, Role.SERVICE_AREA)
MODERATORS = (Role.COMMUNICATIONS, Role.MODERATOR)
#: Who has a desk at all; what each sees there is told by desk/rights.py.
DESK = (Role.COMMUNICATIONS, Role.MODERATOR, Role.SERVICE_AREA)


def holds(actor: Actor, *roles: str, idea: Idea) -> bool:
    """Whether the actor has one of the roles for this idea, or is an administrator."""
    return is_administrator(actor) or has_role(
        actor, *roles, component=idea.component, service_area=idea.service_area
    )


def answers_for(actor: Actor, idea: Idea) -> bool:
    """Whether the idea was given to the actor: as its owner or its service area's deputy.

    Or to a colleague for whom they stand in. Only while they hold a role.
    """
    if actor.person is None or not actor.grants:
        return False
    deputy = idea.service_area.deputy_id if idea.service_area else None
    return not {idea.owner_id, deputy}.isdisjoint(actor.desks)


def is_author(actor: Actor, idea: Idea) -> bool:
    return actor.person is not None and idea.author_id == actor.person.pk


def may_send(actor: Actor, component: Component) -> None:
    """Members for themselves; staff with a role on behalf of somebody without an account."""
    if actor.kind == AuthorKind.ON_BEHALF:
        allowed = is_administrator(actor) or has_role(actor, *SCRIBES, component=component)
        require(allowed, _("You need a role to enter ideas for others."))
        return
    require_member(actor, component)


def may_support(actor: Actor, idea: Idea) -> None:
    """Members, but not their own idea: a support says that somebody else wants it too."""
    require_member(actor, idea.component)
    require(
        not is_author(actor, idea),
        _("This is your own idea. Supports come from others."),
    )


def may_take_back_support(actor: Actor) -> None:
    require_member(actor)


def may_change_own(actor: Actor, idea: Idea) -> None:
    """Edit or withdraw: the author only."""
    if not actor.is_member:
        raise Refused(_("Sign in to change your idea."), sign_in=True)
    require(is_author(actor, idea), _("Only its author can change an idea."))


def may_handle(actor: Actor, idea: Idea) -> None:
    """Assign, move and answer: communications anywhere, a service area's owners in their own.

    Also whoever the idea was given to, and the deputy of its service area.
    """
    require(
        holds(actor, *HANDLERS, idea=idea) or answers_for(actor, idea),
        _("This idea belongs to another service area. Ask communications to assign it to yours."),
    )


def may_hide(actor: Actor, idea: Idea) -> None:
    """Hide and restore: communications and moderators."""
    require(
        holds(actor, *MODERATORS, idea=idea),
        _("You need the role of a moderator to hide ideas."),
    )


def works_here(actor: Actor) -> bool:
    """Whether the actor has anything to do on the desk."""
    if is_administrator(actor) or any(grant.role in DESK for grant in actor.grants):
        return True
    # Another role, and ideas that were given to this very person.
    return bool(actor.grants) and Idea.objects.filter(given_to(actor)).exists()


def given_to(actor: Actor) -> Q:
    """The condition of `answers_for`, for many ideas."""
    return Q(owner__in=actor.desks) | Q(service_area__deputy__in=actor.desks)


def may_use_desk(actor: Actor) -> None:
    require(works_here(actor), _("You need a role to work with ideas."))


def enters_for_others(actor: Actor) -> bool:
    """Whether the actor may write down others' ideas on some board."""
    return is_administrator(actor) or any(grant.role in SCRIBES for grant in actor.grants)


def may_note(actor: Actor, idea: Idea) -> None:
    """Internal notes: everybody who works with the idea."""
    require(
        holds(actor, *HANDLERS, *MODERATORS, idea=idea) or answers_for(actor, idea),
        _("This idea belongs to another service area. Ask communications to assign it to yours."),
    )


def may_change_view(actor: Actor, view: SavedView) -> None:
    """A saved view: only whoever saved it."""
    own = actor.person is not None and view.person_id == actor.person.pk
    require(own, _("This view belongs to somebody else."))
