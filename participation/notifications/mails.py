"""The mails of notices, as text: one notice at once, or a digest by subject."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.urls import reverse

from participation.core import outbox
from participation.core.models import OutgoingMail, Person
from participation.core.notices import Rhythm
from participation.core.outbox import Message

from . import preferences, unsubscribe
from .models import Mute, Notice
from .showing import Group, Shown, grouped, shown
from .unsubscribe import Wish


def write_notice(mail: OutgoingMail) -> Message | None:
    """One notice; nothing where it was read meanwhile or is not to be told any more."""
    person = _receiver(mail)
    rows = Notice.objects.unread().filter(person=person, mark=mail.data["mark"])
    items = _wanted(person, rows)
    if not items:
        return None
    item = items[0]
    wish = Wish(person.public_id, unsubscribe.KIND, (item.kind.name,))
    context = {"groups": _for_mail(person, grouped([item])), **_links(wish)}
    subject = f"{item.sentence}: {item.about.title}"
    return _message(subject, "notice", context, wish)


def write_digest(mail: OutgoingMail) -> Message | None:
    """What the notices of the digest say now; none when nothing is left to be told."""
    person = _receiver(mail)
    rows = Notice.objects.unread().filter(person=person, pk__in=mail.data["notices"])
    items = _wanted(person, rows.order_by("-pk"))
    if not items:
        return None
    wish = Wish(person.public_id, unsubscribe.ALL)
    groups = grouped(items)
    context = {
        "groups": _for_mail(person, groups),
        "more": mail.data["more"],
        "is_weekly": mail.data["rhythm"] == Rhythm.WEEKLY,
        **_links(wish),
    }
    subject = render_to_string("raati_notifications/mail/digest_subject.txt", context)
    return _message(subject, "digest", context, wish)


def _receiver(mail: OutgoingMail) -> Person:
    if mail.person is None:
        raise LookupError("Notices are mailed to persons only.")
    return mail.person


def _wanted(person: Person, rows: Iterable[Notice]) -> list[Shown]:
    """What may be told, and what the person still wants to be told by mail."""
    chosen = preferences.of([person.pk])[person.pk]
    muted = set(Mute.objects.filter(person=person).values_list("subject_type", "subject_id"))
    return [
        item
        for item in shown(rows)
        if item.notice.subject not in muted
        and preferences.rhythm_of(chosen, item.kind) != Rhythm.NONE
    ]


def _for_mail(person: Person, groups: list[Group]) -> list[dict]:
    """The groups with whole addresses, and the one link each that ends it."""
    return [
        {
            "about": group.about,
            "items": group.items,
            "address": outbox.absolute(group.address),
            "mute": outbox.absolute(
                unsubscribe.path(Wish(person.public_id, unsubscribe.SUBJECT, group.subject))
            ),
        }
        for group in groups
    ]


def _links(wish: Wish) -> dict[str, str]:
    return {
        "list_address": outbox.absolute(reverse("raati_notifications:list")),
        "settings_address": outbox.absolute(reverse("raati_notifications:settings")),
        "stop_address": outbox.absolute(unsubscribe.path(wish)),
    }


def _message(subject: str, template: str, context: dict, wish: Wish) -> Message:
    return Message(
        subject,
        render_to_string(f"raati_notifications/mail/{template}.txt", context),
        {
            # RFC 8058: mail programs end it with one POST, without a page.
            "List-Unsubscribe": f"<{context['stop_address']}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
