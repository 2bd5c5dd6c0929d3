"""Roles: who answers, moderates, communicates. Page permissions only edit pages."""

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import models
from django.utils.translation import gettext_lazy as _

from . import audit, clock, role_groups
from .actions import action
from .actors import Actor
from .facts import FactSignal
from .models import AuthorKind, Component, Person, RoleGrant, ServiceArea
from .models.people import PersonQuerySet
from .openness import lineage_keys
from .policies import require
from .role_groups import group_name
from .rules import RuleBroken

__all__ = ["Role", "grant_role", "group_name", "has_role", "revoke_role"]

role_granted = FactSignal("role_granted")
role_revoked = FactSignal("role_revoked")


class Role(models.TextChoices):
    COMMUNICATIONS = "communications", _("communications officer")
    MODERATOR = "moderator", _("moderator")
    SERVICE_AREA = "service_area", _("service-area owner")
    YOUTH_WORKER = "youth_worker", _("youth worker")
    SERVICE_DESK = "service_desk", _("service desk")
    #: Reads reports that somebody is in danger; ordinary moderators do not.
    SAFEGUARDING = "safeguarding", _("safeguarding contact")
    ADMINISTRATOR = "administrator", _("administrator")


def has_role(
    actor: Actor,
    *roles: str,
    component: Component | None = None,
    service_area: ServiceArea | None = None,
) -> bool:
    """Whether the actor holds one of `roles` there. An administrator holds every role.

    A grant without a component holds everywhere, one with a component in its
    subtree; a grant for a service area only where that area is asked about.
    """
    if actor.kind == AuthorKind.SYSTEM:
        return True
    for grant in actor.grants:
        if grant.role != Role.ADMINISTRATOR and grant.role not in roles:
            continue
        if grant.service_area_id and (
            service_area is None or grant.service_area_id != service_area.pk
        ):
            continue
        if grant.component_id is None:
            return True
        if component is not None and grant.component_id in lineage_keys(component):
            return True
    return False


def is_administrator(actor: Actor) -> bool:
    """An administrator by role, or the operator's superuser who hands out the first roles."""
    return bool(getattr(actor.user, "is_superuser", False)) or has_role(actor, Role.ADMINISTRATOR)


def within(grant: RoleGrant, place: str = "component") -> models.Q:
    """The condition that a row lies where the grant holds; `place` names its component.

    For a grant that is bound to a service area: asked by whoever has such areas.
    """
    if grant.component is None:
        # An empty Q would be swallowed by "or".
        return models.Q(pk__isnull=False)
    page = grant.component.source_page
    own = models.Q(**{place: grant.component})
    if page is None:
        return own
    return own | models.Q(**{f"{place}__source_page__path__startswith": page.path})


def role_holders(also: Collection[int | None] = ()) -> PersonQuerySet:
    """Whoever holds a role now, to choose from; `also` those chosen before who hold none."""
    grants = RoleGrant.objects.in_force(clock.glance()).values("person")
    chosen = models.Q(pk__in=grants) | models.Q(pk__in=[pk for pk in also if pk])
    return Person.objects.filter(chosen).select_related("user").order_by("display_name", "pk")


def staff_label(person: Person) -> str:
    """A colleague as colleagues know them: shown name and account."""
    account = person.user.get_username() if person.user else ""
    return f"{person.display_name} ({account})" if person.display_name else account


@action("core.grant_role")
def grant_role(
    *,
    actor: Actor,
    person: Person,
    role: str,
    component: Component | None = None,
    service_area: ServiceArea | None = None,
    ends_at: datetime | None = None,
) -> RoleGrant:
    """Give a role; the same grant twice is one. Administrators and the system only."""
    require(
        actor.kind == AuthorKind.SYSTEM or is_administrator(actor),
        _("Only an administrator can give roles."),
    )
    Person.objects.select_for_update().get(pk=person.pk)
    now = clock.now()
    same = {
        "person": person,
        "role": Role(role),
        "component": component,
        "service_area": service_area,
    }
    grant = RoleGrant.objects.in_force(now).filter(**same).first()
    if grant is not None:
        return grant
    grant = RoleGrant.objects.create(
        **same, granted_by=actor.person, granted_at=now, ends_at=ends_at
    )
    _settle_groups(person, now)
    audit.record(actor, grant, "core.grant_role", **_told(grant))
    role_granted.tell(subject=grant, component=component)
    return grant


@action("core.revoke_role")
def revoke_role(*, actor: Actor, grant: RoleGrant) -> None:
    """End a grant now, and the admin rights with the last grant of its role there."""
    require(
        actor.kind == AuthorKind.SYSTEM or is_administrator(actor),
        _("Only an administrator can take roles away."),
    )
    user = grant.person.user
    if _hands_out_roles(grant) and user is not None and not user.is_superuser:
        require_another_administrator(user.pk)
    person = Person.objects.select_for_update().get(pk=grant.person_id)
    now = clock.now()
    if not RoleGrant.objects.filter(pk=grant.pk, revoked_at=None).update(revoked_at=now):
        return
    _settle_groups(person, now)
    audit.record(actor, grant, "core.revoke_role", **_told(grant))
    role_revoked.tell(subject=grant, component=grant.component)


def _settle_groups(person: Person, now: datetime) -> None:
    if person.user is not None:
        grants = RoleGrant.objects.in_force(now).filter(person=person)
        role_groups.settle(person.user, grants.select_related("component"))


def _hands_out_roles(grant: RoleGrant) -> bool:
    return grant.role == Role.ADMINISTRATOR and not (grant.component_id or grant.service_area_id)


def _told(grant: RoleGrant) -> dict[str, str]:
    """What the log keeps of a grant: to whom, which, where and till when."""
    where = grant.component or grant.service_area
    return {
        "role": grant.role,
        "person": grant.person.public_id,
        "where": str(where) if where is not None else "",
        "until": grant.ends_at.isoformat() if grant.ends_at else "",
    }


def administrators(*, locked: bool = False) -> set[int]:
    """The accounts that can hand out roles for good, by role or by flag; `locked` holds them so."""
    rows = RoleGrant.objects.in_force(clock.now()).filter(role=Role.ADMINISTRATOR)
    grants = rows.filter(component=None, service_area=None, ends_at=None)
    users = get_user_model()._default_manager.filter(is_superuser=True, is_active=True)
    if locked:
        # Two who take each other's role away at once wait here for each other.
        grants, users = grants.select_for_update(), users.select_for_update()
        list(grants.order_by("pk").values_list("pk")), list(users.order_by("pk").values_list("pk"))
    people = Person.objects.filter(pk__in=grants.order_by().values("person"), user__is_active=True)
    return {*people.values_list("user_id", flat=True), *users.values_list("pk", flat=True)}


def require_another_administrator(account: int | None) -> None:
    """RuleBroken where nobody would be left who can hand out roles; holds the others so."""
    if administrators(locked=True) == {account}:
        raise RuleBroken(
            "last_administrator",
            _("This is the last administrator. Give the role to somebody else first."),
        )
