"""Who may look at what people report, and decide about it (403)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.models import AuthorKind, Person, RoleGrant
from participation.core.policies import Refused, require
from participation.core.roles import Role, has_role, is_administrator, within

from .models import Appeal, Case, Decision, Lane, ModerationSettings
from .models.cases import CaseQuerySet

#: Who has the ordinary queue; the other one has readers of its own.
MODERATORS = (Role.COMMUNICATIONS, Role.MODERATOR)
READERS = {Lane.ORDINARY: MODERATORS, Lane.DANGER: (Role.SAFEGUARDING,)}

NO_ROLE = _("You need the role of a moderator for this place.")


def is_stand_in(actor: Actor) -> bool:
    """Whether the site names this person for new decisions."""
    if actor.person is None or not actor.grants:
        return False
    return ModerationSettings.objects.filter(stand_in=actor.person).exists()


def works_here(actor: Actor) -> bool:
    """Whether the actor has a queue at all."""
    roles = {*MODERATORS, Role.SAFEGUARDING}
    if is_administrator(actor) or any(grant.role in roles for grant in actor.grants):
        return True
    return is_stand_in(actor)


def reads_danger(actor: Actor) -> bool:
    return is_administrator(actor) or any(g.role == Role.SAFEGUARDING for g in actor.grants)


def cases_for(actor: Actor) -> CaseQuerySet:
    """The cases that this actor may open: of their places, and of the queues they read."""
    rows = Case.objects.all()
    if is_administrator(actor):
        return rows
    # Nothing, to begin with: `pk__in=[]` is what Q has for "none".
    seen = Q(pk__in=[])
    for grant in actor.grants:
        for lane, roles in READERS.items():
            if grant.role in roles:
                seen |= Q(lane=lane) & within(grant)
    if is_stand_in(actor):
        seen |= Q(lane=Lane.ORDINARY, decisions__appeal__isnull=False)
    return rows.filter(pk__in=rows.filter(seen).values("pk"))


def may_moderate(actor: Actor, case: Case) -> None:
    """Decide in this case: the readers of its queue, but nobody about their own words."""
    if actor.kind == AuthorKind.SYSTEM:
        return
    roles = READERS[Lane(case.lane)]
    allowed = is_administrator(actor) or has_role(actor, *roles, component=case.component)
    require(allowed, NO_ROLE)
    require(
        not _wrote(actor.person, case),
        _("You wrote this yourself. Leave it to a colleague."),
    )


def _wrote(person: Person | None, case: Case) -> bool:
    kind, thing = case.kind_of_thing, case.thing
    author = kind.author(thing) if kind and thing else None
    return person is not None and author is not None and author.pk == person.pk


def may_ask_again(actor: Actor, decision: Decision) -> None:
    """The author whom the decision restricts, and nobody else."""
    if not actor.is_member:
        raise Refused(_("Sign in to see this decision."), sign_in=True)
    require(_wrote(actor.person, decision.case), _("This decision is about somebody else's text."))


def may_decide_again(actor: Actor, appeal: Appeal) -> None:
    """Another moderator, or the stand-in; never who decided first."""
    case, decision = appeal.decision.case, appeal.decision
    if not is_stand_in(actor):
        may_moderate(actor, case)
    require(
        actor.person is not None and actor.person.pk != decision.by_id,
        _("You decided this the first time. Somebody else has to look at it now."),
    )
    require(not _wrote(actor.person, case), _("You wrote this yourself. Leave it to a colleague."))


def has_second_moderator(decision: Decision, at: object) -> bool:
    """Whether anybody besides who decided could decide anew; else the stand-in has to."""
    grants = RoleGrant.objects.in_force(at).filter(
        role__in=(*MODERATORS, Role.ADMINISTRATOR), service_area=None
    )
    others = grants.exclude(person=decision.by_id).exclude(person__user=None)
    return others.exists()


def may_use_desk(actor: Actor) -> None:
    require(works_here(actor), _("You need the role of a moderator."))
