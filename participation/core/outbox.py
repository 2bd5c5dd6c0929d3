"""Mails: a row in the action's own transaction, sent later, none lost.

`post()` writes the row; sending.py sends it outside every transaction. Nothing of the text is
kept: a kind writes it at the moment of sending, so that what is no longer true is not told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from . import clock
from .models import OutgoingMail, Person
from .soon import soon

JOB = "mails"


@dataclass(frozen=True)
class Message:
    """A mail as text: what a kind answers with. Line breaks in the subject are taken out."""

    subject: str
    text: str
    headers: Mapping[str, str] = field(default_factory=dict)


#: Writes the mail in the active language; None when there is nothing to tell any more.
Renderer = Callable[[OutgoingMail], Message | None]
#: The language that a person chose for mails, or "".
LanguageOf = Callable[[Person], str]
_renderers: dict[str, Renderer] = {}
_languages: list[LanguageOf] = []


def register_kind(name: str, render: Renderer) -> None:
    """Enter a kind of mail ("<app>.<what>"), from an app's ready()."""
    _renderers[name] = render


def register_language(language_of: LanguageOf) -> None:
    """Ask this for the language that a person is written to, before their account."""
    _languages.append(language_of)


def kinds() -> list[str]:
    return sorted(_renderers)


def render(mail: OutgoingMail) -> Message | None:
    """The mail in the active language. LookupError when no installed app writes its kind."""
    return _renderers[mail.kind](mail)


def post(
    *,
    mark: str,
    kind: str,
    person: Person | None = None,
    address: str = "",
    language: str = "",
    data: Mapping[str, Any] | None = None,
    not_before: datetime | None = None,
) -> bool:
    """Put a mail into the outbox, in the transaction of what it tells; whether it is new.

    To a person's account, or to an `address` without one. RuntimeError outside a transaction.
    """
    row = OutgoingMail(mark=mark, kind=kind, person=person, address=address, language=language)
    row.data = dict(data or {})
    return post_many([row], not_before) == 1


def row_for(person: Person | int, *, mark: str, kind: str, data: Mapping[str, Any]) -> OutgoingMail:
    """An unsaved mail to a person (or their primary key), for `post_many`."""
    key = person if isinstance(person, int) else person.pk
    return OutgoingMail(mark=mark, kind=kind, person_id=key, data=dict(data))


def post_many(rows: list[OutgoingMail], not_before: datetime | None = None) -> int:
    """Put many into the outbox at once; marks that are known stay as they are. How many are new.

    Rows may carry a `not_before` of their own.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("A mail is written inside the transaction of what it tells about.")
    marks = [row.mark for row in rows]
    known = set(OutgoingMail.objects.filter(mark__in=marks).values_list("mark", flat=True))
    fresh = [row for row in rows if row.mark not in known]
    if not fresh:
        return 0
    now = clock.now()
    for row in fresh:
        row.created_at = now
        row.not_before = row.not_before or not_before or now
    OutgoingMail.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=500)
    soon(JOB)
    return len(fresh)


def address_of(mail: OutgoingMail) -> str:
    """Where it goes: the account's address while the account is open, else the given one."""
    if mail.person is None:
        return mail.address
    return account_address(mail.person.user)


def account_address(user: Any) -> str:
    """The address of an account that is open, or ""."""
    if user is None or not user.is_active:
        return ""
    return getattr(user, user.get_email_field_name(), "")


def language_of(mail: OutgoingMail) -> str:
    """The language the receiver is written to: the mail's own, their choice, the site's."""
    known = dict(settings.LANGUAGES)
    for wanted in (mail.language, *_chosen(mail.person)):
        if wanted in known:
            return wanted
    return settings.LANGUAGE_CODE


def _chosen(person: Person | None) -> list[str]:
    if person is None:
        return []
    profile = getattr(person.user, "wagtail_userprofile", None)
    account = [profile.get_preferred_language()] if profile else []
    return [*(ask(person) for ask in _languages), *account]


def absolute(path: str) -> str:
    """A path of this site as an address for mails."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path
