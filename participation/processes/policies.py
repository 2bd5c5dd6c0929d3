"""Who may begin a process."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from participation.core.actors import Actor
from participation.core.policies import require

from .models import ProcessPage


def may_add_process(actor: Actor, parent: Page) -> None:
    """Refused unless the actor may add pages here and a process may stand here."""
    allowed = actor.user is not None and parent.permissions_for_user(actor.user).can_add_subpage()
    require(allowed, _("You need the right to add pages here."))
    require(ProcessPage.can_create_at(parent.specific), _("A process cannot stand here."))
