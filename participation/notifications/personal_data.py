"""What notices keep of people: this package's entries in the table of personal data."""

from django.utils.translation import gettext_lazy as _

from participation.core.personal_data import PUBLIC_TASK, OnErasure, Source

from .models import Mute, Notice, Preferences

PURPOSE = _("to tell you what became of what you take part in")

SOURCES = (
    Source(
        model=Notice,
        person_fields=("person",),
        what=_("What you were told: what happened to what, when, and whether you have read it"),
        purpose=PURPOSE,
        legal_basis=PUBLIC_TASK,
        retention=_("a year"),
        on_erasure=OnErasure.DELETED,
        untold=("mark", "waits_for", "data"),
        labels={
            "kind": _("kind of notice"),
            "subject_type": _("kind of thing"),
            "subject_id": _("number of the thing"),
        },
    ),
    Source(
        model=Preferences,
        person_fields=("person",),
        what=_("How and when you want to be told"),
        purpose=PURPOSE,
        legal_basis=PUBLIC_TASK,
        retention=_("as long as you have an account"),
        on_erasure=OnErasure.DELETED,
        labels={"rhythms": _("how soon")},
    ),
    Source(
        model=Mute,
        person_fields=("person",),
        what=_("What you do not want to hear about any more"),
        purpose=PURPOSE,
        legal_basis=PUBLIC_TASK,
        retention=_("until you take it back"),
        on_erasure=OnErasure.DELETED,
        labels={
            "subject_type": _("kind of thing"),
            "subject_id": _("number of the thing"),
        },
    ),
)
