"""What initiatives keep of people: this package's entries in the table of personal data."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.models import Person
from participation.core.personal_data import LEGAL_OBLIGATION, Forget, OnErasure, Source

from .models import Contact, Entry, Initiative, Original, Signature, SignatureRemoval, State

ARCHIVE = _("as long as the municipality's archive plan says")
PURPOSE = _("to take up initiatives and to tell their makers what was done")
WORDS = {
    "hidden_reason": _("why it was hidden"),
    "redacted_at": _("when a part was taken out"),
    "redacted_reason": _("why a part was taken out"),
    "initiative": _("initiative"),
    "text": _("text"),
    "title": _("title"),
}


@transaction.atomic
def take_the_name_off(person: Person) -> None:
    """Drafts go with all they hold; what was published stays without the shown name."""
    own = Initiative.objects.filter(author=person)
    own.filter(state=State.DRAFT, signatures=None, entries=None).delete()
    own.update(author_name="")


SOURCES = (
    Source(
        model=Initiative,
        person_fields=("author",),
        what=_("Initiatives you made, with the name shown"),
        purpose=PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=ARCHIVE,
        on_erasure=OnErasure.UNLINKED,
        untold=("version", "reminded_at", "overdue_told_at", "held_at"),
        labels=WORDS,
        erase=take_the_name_off,
        blank={"author_name": ""},
        stays=("title", "text", "organisation", "register_number", "prepared_by"),
    ),
    Source(
        model=Contact,
        person_fields=("person",),
        what=_("Your name, home municipality and contact details as an initiative's maker"),
        purpose=PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=ARCHIVE,
        on_erasure=OnErasure.KEPT,
        labels=WORDS,
        stays=("name", "municipality", "email", "phone", "address"),
    ),
    Source(
        model=Signature,
        person_fields=("person",),
        what=_(
            "Initiatives you signed, with your name and home municipality. For some weeks also a"
            " coded trace of the network address, to see floods from one source"
        ),
        purpose=PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=ARCHIVE,
        on_erasure=OnErasure.KEPT,
        untold=("source",),
        labels=WORDS,
        blank={"source": ""},
        stays=("name", "municipality"),
        forget=Forget("at", "SOURCE_DAYS", where=~Q(source=""), blank={"source": ""}),
    ),
    Source(
        model=Original,
        person_fields=("initiative__author",),
        what=_("What your initiative said before a moderator took words off its page"),
        purpose=PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=ARCHIVE,
        on_erasure=OnErasure.KEPT,
        labels=WORDS,
        stays=("title", "text"),
    ),
    Source(
        model=SignatureRemoval,
        person_fields=("by",),
        what=_("Which official removed signatures, and why"),
        purpose=_("to check afterwards who did what in office"),
        legal_basis=LEGAL_OBLIGATION,
        retention=ARCHIVE,
        on_erasure=OnErasure.KEPT,
        labels={**WORDS, "count": _("how many"), "reason": _("reason")},
        stays=("reason",),
    ),
    Source(
        model=Entry,
        person_fields=("by",),
        what=_("Which official recorded what was done because of an initiative"),
        purpose=PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=ARCHIVE,
        on_erasure=OnErasure.KEPT,
        labels={**WORDS, "on": _("day")},
        stays=("text", "role"),
    ),
)
