"""What the checking of identities enters into the registries of the core."""

from django.db.models.functions import Coalesce, Now
from django.utils.translation import gettext_lazy as _

from participation.core import audit, personal_data
from participation.core.jobs import every_tick
from participation.core.personal_data import PUBLIC_TASK, Forget, OnErasure, Source

from . import checks, verifying_checks  # noqa: F401 - register themselves
from .identity import forget_free
from .letters import forget_old_letters
from .models import IdentityKey, Letter, Verification


def enter() -> None:
    for source in SOURCES:
        personal_data.register(source)
    every_tick("people.letters")(forget_old_letters)
    every_tick("people.identity_keys")(forget_free)
    audit.register("people.look_up", _("Search for people"), _("Searched for people"))
    audit.register("people.view_person", _("Look"), _("Looked at a person's identity checks"))
    audit.register("people.view_letter", _("Look"), _("Looked at a letter with an address"))
    audit.register("people.verify_at_desk", _("Verify"), _("Checked an identity at the desk"))
    audit.register("people.revoke_verification", _("Take back"), _("Took an identity check back"))
    audit.register("people.print_letter", _("Print"), _("Printed a letter with a code"))
    audit.register("people.cancel_letter", _("Take back"), _("Took a letter back"))


SOURCES = (
    Source(
        model=Verification,
        person_fields=("person", "by"),
        what=_("That and how your identity was checked: status, area, possible years of birth"),
        purpose=_("to see whether you may take part where that matters"),
        legal_basis=PUBLIC_TASK,
        retention=_("while it holds (two years), then half a year"),
        on_erasure=OnErasure.UNLINKED,
        own=("person",),
        forget=Forget("until", 180),
        labels={
            "area": _("area"),
            "born_from": _("born on this day or later"),
            "born_to": _("born on this day or earlier"),
            "class_level": _("class level"),
            "method": _("how it was checked"),
            "provider": _("identity service"),
            "revoked_at": _("taken back"),
            "school": _("school"),
            "school_role": _("role at school"),
        },
        blank={
            "provider": "",
            "school": "",
            "school_role": "",
            "class_level": "",
            "born_from": None,
            "born_to": None,
        },
    ),
    Source(
        model=IdentityKey,
        person_fields=("person",),
        what=_("A code made of your identifier in an identity service, not the identifier"),
        purpose=_("so that one natural person verifies one account"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as something is open in which you took part"),
        on_erasure=OnErasure.UNLINKED,
        untold=("digest",),
        labels={"held_until": _("until")},
        stays=("digest",),
    ),
    Source(
        model=Letter,
        person_fields=("person", "printed_by"),
        what=_("The address to which a letter with a code goes, and which official printed it"),
        purpose=_("to check your identity by post"),
        legal_basis=PUBLIC_TASK,
        retention=_("the address until the letter is used, old or taken back"),
        on_erasure=OnErasure.UNLINKED,
        own=("person",),
        untold=("code_digest", "tries"),
        labels={
            "area": _("area"),
            "born_from": _("born on this day or later"),
            "born_to": _("born on this day or earlier"),
            "printed_at": _("printed"),
        },
        blank={
            **dict.fromkeys(("name", "street", "postcode", "town", "code_digest"), ""),
            "born_from": None,
            "born_to": None,
            "done_at": Coalesce("done_at", Now()),
        },
    ),
)
