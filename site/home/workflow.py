"""Draft, review, publish: who writes hands in, communications look at it and publish."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from participation.core.roles import Role, group_name

#: Wagtail's own, which asks a group that nobody of ours is in.
WAGTAILS = "Moderators approval"


def ensure_workflow() -> None:
    """One review by communications for the whole tree; what an editor has set up stays."""
    root = Page.objects.filter(depth=1).first()
    own = WorkflowPage.objects.exclude(workflow__name=WAGTAILS)
    if root is None or own.filter(page=root).exists():
        return
    with override(settings.LANGUAGE_CODE):
        task_name, name = _("Communications look at it"), _("Draft, review, publish")
    task, _made = GroupApprovalTask.objects.get_or_create(name=task_name)
    for role in (Role.COMMUNICATIONS, Role.ADMINISTRATOR):
        task.groups.add(Group.objects.get_or_create(name=group_name(role))[0])
    workflow, _made = Workflow.objects.get_or_create(name=name)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
