"""What each role may do in the Wagtail admin: page permissions only edit pages.

Nobody gets the right to edit users by a role: whoever may edit users can make
a superuser. Rights over ideas, feedback and people come from the roles themselves
(participation.core.roles), which the actions ask.
"""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_migrate
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from participation.core.roles import Role, group_name

from .workflow import ensure_workflow

PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")
Media = tuple[tuple[str, tuple[str, ...]], ...]
MEDIA: Media = (
    ("wagtailimages", ("add_image", "change_image", "delete_image", "choose_image")),
    ("wagtaildocs", ("add_document", "change_document", "delete_document", "choose_document")),
)
#: Own pictures and documents, and choosing among all: not changing what colleagues brought.
OWN_MEDIA: Media = (
    ("wagtailimages", ("add_image", "choose_image")),
    ("wagtaildocs", ("add_document", "choose_document")),
)
REFERENCE = [
    (label, f"{verb}_{model}")
    for label, models in {
        "raati_core": ("area", "theme", "servicearea"),
        "wagtailredirects": ("redirect",),
    }.items()
    for model in models
    for verb in ("add", "change", "delete")
]
TRANSLATION = [
    ("wagtail_localize", "submit_translation"),
    ("home", "change_siteoptions"),
    ("raati_people", "change_servicedesk"),
]


#: Who stands in for a moderator, where help is: set up by administrators.
SETTINGS = [("raati_moderation", "change_moderationsettings")]


def _permissions(names: list[tuple[str, str]]) -> list[Permission]:
    found = []
    for label, codename in names:
        found += Permission.objects.filter(content_type__app_label=label, codename=codename)
    return found


def _give(group: Group, names: list[tuple[str, str]]) -> None:
    group.permissions.add(*_permissions(names))


def _give_pages(group: Group, names: tuple[str, ...] = PAGES) -> None:
    root = Page.objects.filter(depth=1).first()
    if root is None:
        return
    for permission in _permissions([("wagtailcore", name) for name in names]):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _give_media(group: Group, media: Media = MEDIA) -> None:
    root = Collection.objects.filter(depth=1).first()
    if root is None:
        return
    for label, names in media:
        for permission in _permissions([(label, name) for name in names]):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )


def _seen_in_the_log() -> list[tuple[str, str]]:
    """Not accounts: whoever may look at those in the admin sees more than the log."""
    ours = (m._meta for m in apps.get_models() if m._meta.app_label.startswith("raati_"))
    found = [(each.app_label, f"view_{each.model_name}") for each in ours]
    return [*found, ("home", "view_accessibilityfeedback")]


def ensure_groups() -> None:
    """Make the groups that carry the roles, with at least these rights; safe to repeat."""
    for role in Role:
        group, _created = Group.objects.get_or_create(name=group_name(role))
        _give(group, [("wagtailadmin", "access_admin")])
        if role in (Role.COMMUNICATIONS, Role.ADMINISTRATOR):
            _give(group, [*REFERENCE, *TRANSLATION])
            _give_pages(group)
            _give_media(group)
        if role == Role.ADMINISTRATOR:
            # What the log may show them: entries of every kind of thing of ours.
            _give(group, [*_seen_in_the_log(), *SETTINGS])
        if role == Role.YOUTH_WORKER:
            # They write pages of their own and hand them in; publishing is not theirs.
            _give_pages(group, ("add_page",))
            _give_media(group, OWN_MEDIA)
    ensure_workflow()


def connect() -> None:
    """After the last app's migrations: before, some permissions are not there yet."""
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    post_migrate.connect(_after_migrate, sender=last, dispatch_uid="home:groups")


def _after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    if using == "default":
        ensure_groups()
