"""What this package enters into the registries of the packages below it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.core import addresses, audit, personal_data
from participation.core.acts import register_act
from participation.core.moderatable import register as register_moderatable
from participation.core.outbox import register_kind as register_mail
from participation.live.registry import register as register_stream

from . import deeds, mailing, reminders
from .live import InitiativeStream, ListStream
from .models import SIGN, SUBMIT, Initiative
from .moderation import ModeratedInitiatives
from .personal_data import SOURCES


def enter() -> None:
    register_act(SUBMIT, _("Make initiatives"), invitation=_("Make an initiative"), view="new")
    register_act(SIGN, _("Sign initiatives"), invitation=_("Sign initiatives"))
    _audit()
    for source in SOURCES:
        personal_data.register(source)
    deeds.enter()
    addresses.register(Initiative, initiative_address)
    register_moderatable(ModeratedInitiatives())
    register_mail(mailing.KIND, mailing.write)
    register_mail(reminders.KIND, reminders.write)
    register_stream(ListStream())
    register_stream(InitiativeStream())


def initiative_address(initiative: Initiative) -> str:
    """Where everybody reads it; "" for drafts and what was hidden or withdrawn."""
    if not initiative.is_visible:
        return ""
    return initiative.component.url("initiative", initiative.path_name)


def _audit() -> None:
    audit.register(
        "initiatives.record_pending",
        _("Record as pending"),
        _("Recorded since when the initiative is pending"),
    )
    audit.register("initiatives.record", _("Record what was done"), _("Recorded what was done"))
    audit.register("initiatives.hide", _("Hide"), _("Hid the initiative"))
    audit.register("initiatives.restore", _("Show again"), _("Showed the initiative again"))
    audit.register(
        "initiatives.hold",
        _("Hold back"),
        _("Held the initiative back until somebody looks at it"),
    )
    audit.register("initiatives.approve", _("Approve"), _("Approved the initiative"))
    audit.register(
        "initiatives.redact", _("Take words out"), _("Took words off the initiative's page")
    )
    audit.register(
        "initiatives.remove_signatures",
        _("Remove signatures"),
        _("Removed signatures with a public reason"),
    )
    audit.register(
        "initiatives.export",
        pgettext_lazy("verb", "Export"),
        _("Exported the initiative with its maker's details and signers"),
    )
