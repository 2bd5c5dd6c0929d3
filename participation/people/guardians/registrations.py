"""What guardians' consents enter into the registries of the core."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, outbox, personal_data
from participation.core.jobs import every_tick
from participation.core.personal_data import LEGAL_OBLIGATION, OnErasure, Source

from ..models import GuardianConsent
from . import forgetting, mails
from . import holding as holding  # its receivers
from .actions import ANSWERED, CHILD_IN, LETTER


def enter() -> None:
    personal_data.register(SOURCE)
    outbox.register_kind(LETTER, mails.write_letter)
    outbox.register_kind(ANSWERED, mails.write_answered)
    outbox.register_kind(CHILD_IN, mails.write_child_in)
    every_tick("people.forget_children")(forgetting.forget_waiting)
    every_tick("people.forget_guardians")(forgetting.forget_guardians)
    audit.register("people.give_consent", _("Permission"), _("A guardian gave permission"))
    audit.register(
        "people.withdraw_consent", _("Permission"), _("A guardian took the permission back")
    )
    audit.register(
        "people.view_consent", _("Look"), _("Looked at a child who waits for a guardian")
    )


SOURCE = Source(
    model=GuardianConsent,
    person_fields=("person", "recorded_by"),
    own=("person",),
    what=_("That your guardian gave permission, when and how, and your guardian's e-mail address"),
    purpose=_("so that children take part only with their guardian's permission"),
    legal_basis=LEGAL_OBLIGATION,
    retention=_(
        "the address until you are old enough not to need a guardian; all of it with your account;"
        " without an answer two weeks"
    ),
    on_erasure=OnErasure.DELETED,
    untold=("letters", "held"),
    labels={
        "waits_since": _("waits since"),
        "given_at": _("given"),
        "way": _("how"),
        "withdrawn_at": _("taken back"),
        "needed_until": _("needed until"),
    },
    erase=forgetting.forget_consent,
)
