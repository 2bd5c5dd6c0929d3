"""What this package enters into the registries of the packages below it."""

from django.utils.translation import gettext_lazy as _

from participation.core import notices, outbox, personal_data
from participation.core.notices import NoticeKind, Reader, Rhythm
from participation.live.registry import register as register_stream

from . import mails, preferences
from .personal_data import SOURCES
from .streams import NoticesStream
from .subjects import OwnAddress, Places
from .telling import DIGEST_MAIL, NOTICE_MAIL

ADDRESS_KIND = "notifications.address"
OPENED_KIND = "notifications.opened"
CLOSES_SOON_KIND = "notifications.closes_soon"
FOLLOWED = _("Places that you follow")


def enter() -> None:
    outbox.register_kind(NOTICE_MAIL, mails.write_notice)
    outbox.register_kind(DIGEST_MAIL, mails.write_digest)
    outbox.register_language(preferences.language_of)
    register_stream(NoticesStream())
    notices.register_subject(Places())
    notices.register_subject(OwnAddress())
    for source in SOURCES:
        personal_data.register(source)
    for kind in KINDS:
        notices.register_notice(kind)


KINDS = (
    NoticeKind(
        name=OPENED_KIND,
        label=_("a place that you follow opens"),
        heading=FOLLOWED,
        sentence=_("You can take part now"),
        subject=Places.label,
        rhythm=Rhythm.NOW,
    ),
    NoticeKind(
        name=CLOSES_SOON_KIND,
        label=_("a place that you follow closes soon"),
        heading=FOLLOWED,
        sentence=_("Only a few days are left to take part"),
        subject=Places.label,
        rhythm=Rhythm.DAILY,
    ),
    NoticeKind(
        name=ADDRESS_KIND,
        label=_("our mails do not reach you"),
        heading=_("Your account"),
        sentence=_("Our mails came back, so we have stopped sending them"),
        subject=OwnAddress.label,
        reader=Reader.AUTHOR,
        is_mailed=False,
    ),
)
