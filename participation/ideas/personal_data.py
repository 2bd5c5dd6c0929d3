"""What ideas keep of people: this package's entries in the table of personal data."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.personal_data import (
    LEGAL_OBLIGATION,
    PUBLIC_TASK,
    Forget,
    OnErasure,
    Source,
)

from .models import (
    Answer,
    AnswerDraft,
    AnswerRevision,
    Idea,
    IdeaRevision,
    Milestone,
    Note,
    SavedView,
    Step,
    Support,
    SupportRemoval,
)

AS_THE_IDEA = _("as long as the idea")
AS_THE_ROUND = _("as long as the round is public")
IN_OFFICE = _("to check afterwards who did what in office")
WORDS = {
    "hidden_reason": _("why it was hidden"),
    "idea": _("idea"),
    "latitude": _("latitude"),
    "longitude": _("longitude"),
    "merged_into": _("combined with"),
    "photo": _("picture"),
    "redacted_at": _("when a part was taken out"),
    "redacted_reason": _("why a part was taken out"),
    "text": _("text"),
    "title": _("title"),
}

SOURCES = (
    Source(
        model=Idea,
        person_fields=("author", "owner"),
        own=("author",),
        what=_(
            "Ideas you sent, with the name shown, and which official looks after an idea. For some"
            " weeks also a coded trace of the network address, to see floods from one source"
        ),
        purpose=_("to consider, discuss and answer what residents suggest"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as the round is public, then as the archive plan says"),
        on_erasure=OnErasure.UNLINKED,
        untold=("shuffle", "version", "stage", "source"),
        labels=WORDS,
        blank={"author_name": "", "photo": None, "photo_alt": "", "source": ""},
        stays=("title", "text", "schedule", "stage"),
        cleared=("owner",),
        forget=Forget("created_at", "SOURCE_DAYS", where=~Q(source=""), blank={"source": ""}),
    ),
    Source(
        model=IdeaRevision,
        person_fields=("idea__author",),
        what=_("What your ideas said before you changed them"),
        purpose=_("to show what others read when they supported an idea"),
        legal_basis=PUBLIC_TASK,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.UNLINKED,
        labels=WORDS,
        stays=("title", "text"),
    ),
    Source(
        model=Support,
        person_fields=("person",),
        what=_(
            "Which ideas you support, and since when; names are not shown. For some weeks also a"
            " coded trace of the network address, to see floods from one source"
        ),
        purpose=_("to count each person's support once"),
        legal_basis=PUBLIC_TASK,
        retention=AS_THE_ROUND,
        on_erasure=OnErasure.UNLINKED,
        untold=("source",),
        labels=WORDS,
        blank={"source": ""},
        forget=Forget("at", "SOURCE_DAYS", where=~Q(source=""), blank={"source": ""}),
    ),
    Source(
        model=Step,
        person_fields=("by",),
        what=_("Which official took an idea a step further"),
        purpose=IN_OFFICE,
        legal_basis=LEGAL_OBLIGATION,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.KEPT,
        labels=WORDS,
        stays=("label", "note", "passed_on_to", "role"),
    ),
    Source(
        model=Answer,
        person_fields=("author",),
        what=_("Which official wrote the city's answer; the role is shown, not the name"),
        purpose=IN_OFFICE,
        legal_basis=LEGAL_OBLIGATION,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.KEPT,
        labels=WORDS,
        stays=("text", "role"),
    ),
    Source(
        model=AnswerRevision,
        person_fields=("author",),
        what=_("Which official wrote an earlier wording of an answer"),
        purpose=IN_OFFICE,
        legal_basis=LEGAL_OBLIGATION,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.KEPT,
        untold=("answer",),
        labels=WORDS,
        stays=("text", "role"),
    ),
    Source(
        model=AnswerDraft,
        person_fields=("author",),
        what=_("Which official prepared an answer that is not published yet"),
        purpose=_("to let colleagues finish and publish it"),
        legal_basis=LEGAL_OBLIGATION,
        retention=_("until the answer is published or thrown away"),
        on_erasure=OnErasure.KEPT,
        untold=("answer_version",),
        labels=WORDS,
        stays=("outcome", "text", "role", "passed_on_to"),
    ),
    Source(
        model=Note,
        person_fields=("by",),
        what=_("Which official wrote an internal note about an idea"),
        purpose=_("to let colleagues handle ideas together"),
        legal_basis=LEGAL_OBLIGATION,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.KEPT,
        labels=WORDS,
        stays=("text",),
    ),
    Source(
        model=Milestone,
        person_fields=("by",),
        what=_("Which official told what was done for an idea"),
        purpose=IN_OFFICE,
        legal_basis=LEGAL_OBLIGATION,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.KEPT,
        untold=("photo",),
        labels=WORDS,
        stays=("title", "text", "photo_alt"),
    ),
    Source(
        model=SupportRemoval,
        person_fields=("by",),
        what=_("Which official removed supports, and why"),
        purpose=IN_OFFICE,
        legal_basis=LEGAL_OBLIGATION,
        retention=AS_THE_IDEA,
        on_erasure=OnErasure.KEPT,
        labels={**WORDS, "count": _("how many")},
        stays=("reason",),
    ),
    Source(
        model=SavedView,
        person_fields=("person",),
        what=_("Filters that a member of staff saved under a name"),
        purpose=_("to find one's own work again"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you delete them"),
        on_erasure=OnErasure.DELETED,
        labels={"query": _("filters")},
    ),
)
