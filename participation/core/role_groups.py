"""The Django groups that carry roles into the Wagtail admin.

A role that holds everywhere has one group, which the site gives its rights. A role in one
place has a group of that place: the same rights over pages, but from the place downwards.
Groups follow the grants; nobody is put into them by hand.
"""

from collections.abc import Collection
from typing import Any

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from . import clock
from .models import Component, RoleGrant

PREFIX = "raati: "
#: What holds over the whole site and harms nothing outside the place.
ANYWHERE = (("wagtailadmin", "access_admin"), ("wagtail_localize", "submit_translation"))
#: Of pictures and documents: to add and to choose; changing others' is for the whole site.
MEDIA = ("add_image", "choose_image", "add_document", "choose_document")


def group_name(role: str, component: Component | None = None) -> str:
    """The name of the group that carries a role, everywhere or in one place."""
    return f"{PREFIX}{role}" + (f" @ {component.public_id}" if component is not None else "")


def is_ours(group: Group) -> bool:
    return group.name.startswith(PREFIX)


def group_for(grant: RoleGrant) -> Group:
    """The grant's group, with its rights."""
    everywhere, _made = Group.objects.get_or_create(name=group_name(grant.role))
    if grant.component is None:
        return everywhere
    name = group_name(grant.role, grant.component)
    group, _made = Group.objects.get_or_create(name=name)
    _bind(group, everywhere, grant.component)
    return group


def _bind(group: Group, everywhere: Group, component: Component) -> None:
    """Give the place's group what the role may do, over the pages of the place alone."""
    for label, codename in ANYWHERE:
        rights = {"content_type__app_label": label, "codename": codename}
        group.permissions.add(*everywhere.permissions.filter(**rights))
    over_pages = GroupPagePermission.objects.filter(group=everywhere).values("permission")
    for page in Page.objects.filter(translation_key=component.key):
        for right in Permission.objects.filter(pk__in=over_pages):
            GroupPagePermission.objects.get_or_create(group=group, page=page, permission=right)
    media = GroupCollectionPermission.objects.filter(group=everywhere)
    for row in media.filter(permission__codename__in=MEDIA):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection_id=row.collection_id, permission_id=row.permission_id
        )


def bind_new_page(component: Component) -> None:
    """A place has a page in another language: who keeps the place keeps that page, too."""
    ending = f" @ {component.public_id}"
    for group in Group.objects.filter(name__startswith=PREFIX, name__endswith=ending):
        role = group.name.removeprefix(PREFIX).removesuffix(ending)
        everywhere = Group.objects.filter(name=group_name(role)).first()
        if everywhere is not None:
            _bind(group, everywhere, component)


def settle(user: Any, grants: Collection[RoleGrant]) -> bool:
    """Let the account be in the groups of these grants and in no other group of ours."""
    wanted = {group_for(grant) for grant in grants}
    held = {group for group in user.groups.all() if is_ours(group)}
    if wanted == held:
        return False
    user.groups.add(*wanted - held)
    user.groups.remove(*held - wanted)
    return True


def settle_all() -> int:
    """Everybody's groups follow their grants: a role that has ended leaves the admin, too."""
    rows = RoleGrant.objects.in_force(clock.now()).exclude(person__user=None)
    grants: dict[int | None, list[RoleGrant]] = {}
    for grant in rows.select_related("component", "person"):
        grants.setdefault(grant.person.user_id, []).append(grant)
    wanted = {
        (user, group_name(grant.role, grant.component))
        for user, held in grants.items()
        for grant in held
    }
    memberships = Group.user_set.through.objects.filter(group__name__startswith=PREFIX)
    held = set(memberships.values_list("user_id", "group__name"))
    users = {user for user, _name in wanted ^ held}
    found = Group._meta.get_field("user").related_model._default_manager.filter(pk__in=users)
    return sum(settle(user, grants.get(user.pk, [])) for user in found)
