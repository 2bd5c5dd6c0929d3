"""What moderation keeps of people: this package's entries in the table of personal data."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.personal_data import (
    LEGAL_OBLIGATION,
    PUBLIC_TASK,
    Forget,
    OnErasure,
    Source,
)

from .models import Appeal, Ban, Case, Decision, ModerationSettings, Report

TWO_YEARS = 2 * 365
AFTER_TWO_YEARS = _("the words two years after the decision; the figures stay")
SAFE = _("to keep the service safe and discussion fair")
WORDS = {
    "answer": _("answer"),
    "case": _("case"),
    "decided_at": _("when it was decided anew"),
    "decision": _("decision"),
    "lifted_at": _("ended early"),
    "outcome": _("what became of it"),
    "reason": _("reason"),
    "what": _("what was decided"),
    "words": _("in words"),
}

SOURCES = (
    Source(
        model=Case,
        person_fields=("assigned_to",),
        what=_("Which moderator looks at a reported text, and the text as it was reported"),
        purpose=SAFE,
        legal_basis=PUBLIC_TASK,
        retention=AFTER_TWO_YEARS,
        on_erasure=OnErasure.UNLINKED,
        untold=("kind", "subject_id", "lane", "title", "text", "evidence", "version"),
        labels={"source": _("what opened it"), "opened_at": _("opened"), "closed_at": _("decided")},
        stays=("kind", "subject_id", "title", "text", "evidence"),
        cleared=("assigned_to",),
        forget=Forget(
            "closed_at",
            TWO_YEARS,
            where=~Q(text=""),
            blank={"title": "", "text": "", "evidence": {}},
        ),
    ),
    Source(
        model=Report,
        person_fields=("reporter",),
        what=_(
            "What you reported, and why; never shown to who wrote it. For some weeks also a coded"
            " trace of the network address, to see floods from one source"
        ),
        purpose=SAFE,
        legal_basis=PUBLIC_TASK,
        retention=_("the words and the link to you two years from the report"),
        on_erasure=OnErasure.UNLINKED,
        untold=("session", "source"),
        labels=WORDS,
        stays=("words",),
        blank={"session": "", "source": ""},
        also_forget=(Forget("at", "SOURCE_DAYS", where=~Q(source=""), blank={"source": ""}),),
        forget=Forget(
            "at",
            TWO_YEARS,
            where=~Q(words="") | ~Q(session="") | Q(reporter__isnull=False),
            blank={"words": "", "session": "", "reporter": None},
        ),
    ),
    Source(
        model=Decision,
        person_fields=("by",),
        what=_("Which moderator decided what about a text"),
        purpose=_("to check afterwards who did what in office"),
        legal_basis=LEGAL_OBLIGATION,
        retention=_("as long as the case"),
        on_erasure=OnErasure.KEPT,
        untold=("note",),
        labels=WORDS,
        stays=("reason", "words", "note"),
    ),
    Source(
        model=Appeal,
        person_fields=("by", "decided_by"),
        own=("by",),
        what=_("Why you asked for a new decision, and what you were answered"),
        purpose=_("to have somebody else look at a decision that concerns you"),
        legal_basis=LEGAL_OBLIGATION,
        retention=_("as long as the case"),
        on_erasure=OnErasure.KEPT,
        labels=WORDS,
        stays=("words", "answer"),
    ),
    Source(
        model=Ban,
        person_fields=("person", "lifted_by"),
        own=("person",),
        what=_("Until when a moderator kept you from writing"),
        purpose=SAFE,
        legal_basis=PUBLIC_TASK,
        retention=_("two years from its end"),
        on_erasure=OnErasure.KEPT,
        untold=("lifted_why",),
        labels=WORDS,
        stays=("lifted_why",),
        forget=Forget("until", TWO_YEARS),
    ),
    Source(
        model=ModerationSettings,
        person_fields=("stand_in",),
        what=_("Which official stands in for a second moderator"),
        purpose=_("to have somebody else look at a decision that concerns you"),
        legal_basis=PUBLIC_TASK,
        retention=_("until somebody else is named"),
        on_erasure=OnErasure.UNLINKED,
        untold=("site", "help_text"),
        stays=("help_text",),
        cleared=("stand_in",),
    ),
)
