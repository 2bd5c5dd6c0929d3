"""What this package enters into the registries of the core."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, eligibility, personal_data
from participation.core.personal_data import PUBLIC_TASK, OnErasure, Source

from .criteria import register_criterion
from .engine import ENGINE
from .guardians import registrations as guardians
from .models import EntryCode, MailboxUse, Profile, ToldUse
from .privacy import registrations as privacy
from .usual_criteria import USUAL


def enter() -> None:
    for criterion in USUAL:
        register_criterion(criterion)
    eligibility.register_engine(ENGINE)
    audit.register("people.make_codes", _("Make entry codes"), _("Made entry codes"))
    audit.register("people.cancel_codes", _("Take codes back"), _("Took unused codes back"))
    for source in SOURCES:
        personal_data.register(source)
    privacy.enter()
    guardians.enter()


SOURCES = (
    Source(
        model=Profile,
        person_fields=("person",),
        what=_("What you told of yourself: status, year of birth, area"),
        purpose=_("to see whether you may take part where that matters"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you change it or ask us to erase you"),
        on_erasure=OnErasure.DELETED,
        labels={"told_at": _("told")},
    ),
    Source(
        model=ToldUse,
        person_fields=("person",),
        what=_("Where what you told of yourself has let you take part"),
        purpose=_("so that nobody changes it to take part where they may not"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as the round is public"),
        on_erasure=OnErasure.DELETED,
    ),
    Source(
        model=EntryCode,
        person_fields=("made_by", "used_by"),
        what=_("Where you took part with a code, or for which place you made codes as staff"),
        purpose=_("to let those take part who were given a code, each once"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as the round is public"),
        on_erasure=OnErasure.UNLINKED,
        untold=("digest", "batch"),
        labels={"made_at": _("when"), "used_at": _("used")},
        stays=("digest", "batch"),
    ),
    Source(
        model=MailboxUse,
        person_fields=("person",),
        what=_("Where your mailbox has taken part: a code made of the address, not the address"),
        purpose=_("so that one mailbox takes part once"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as the round is public"),
        on_erasure=OnErasure.UNLINKED,
        untold=("digest",),
        stays=("digest",),
    ),
)
