"""What this package enters into the registries of the packages below it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.core import addresses, audit, personal_data
from participation.core.acts import register_act
from participation.core.personal_data import LEGAL_OBLIGATION, OnErasure, Source
from participation.live.registry import register as register_stream

from .live import InitiativeStream, ListStream
from .models import SIGN, SUBMIT, Contact, Entry, Initiative, Signature


def enter() -> None:
    register_act(SUBMIT, _("Make initiatives"), invitation=_("Make an initiative"), view="new")
    register_act(SIGN, _("Sign initiatives"), invitation=_("Sign initiatives"))
    _audit()
    _personal_data()
    addresses.register(Initiative, initiative_address)
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
        "initiatives.export",
        pgettext_lazy("verb", "Export"),
        _("Exported the initiative with its maker's details and signers"),
    )


def _personal_data() -> None:
    archive = _("as long as the municipality's archive plan says")
    purpose = _("to take up initiatives and to tell their makers what was done")
    for model, fields, what in (
        (Initiative, ("author",), _("Initiatives you made, with the name shown")),
        (
            Contact,
            ("person",),
            _("Your name, home municipality and contact details as an initiative's maker"),
        ),
        (
            Signature,
            ("person",),
            _("Initiatives you signed, with your name and home municipality"),
        ),
        (Entry, ("by",), _("Which official recorded what was done because of an initiative")),
    ):
        personal_data.register(
            Source(
                model=model,
                person_fields=fields,
                what=what,
                purpose=purpose,
                legal_basis=LEGAL_OBLIGATION,
                retention=archive,
                on_erasure=OnErasure.KEPT,
            )
        )
