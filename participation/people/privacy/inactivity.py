"""Accounts that nobody uses: warned twice by mail, then deleted.

A warning is a row before it is a mail; an account goes only after both, and only if nobody
signed in since. Staff's accounts are the administrators' to close.
"""

import secrets
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from participation.core import clock, outbox
from participation.core.actors import Actor
from participation.core.models import OutgoingMail, Person, RoleGrant
from participation.core.outbox import Message
from participation.core.when import day_text

from .. import conf
from ..models import RetentionNotice
from .actions import erase_person

FIRST, LAST = "inactive", "inactive-soon"
#: Days before the end on which each warning is written.
EARLY, LATE = 30, 7
AT_ONCE = 200
#: So many keys of accounts are looked at in one round of the clock.
SLICE = 2_000


def a_slice() -> QuerySet[Any]:
    """Some of the accounts, by their key. Which, is drawn: so nobody has to keep where one is.

    A month of rounds goes by until anything happens; by then each slice has come many times.
    """
    users = get_user_model()._default_manager
    last = users.order_by("-pk").values_list("pk", flat=True).first() or 0
    first = secrets.randbelow(last // SLICE + 1) * SLICE
    return users.filter(pk__gte=first, pk__lt=first + SLICE)


def unused_since(limit: datetime, among: QuerySet[Any] | None = None) -> QuerySet[Any]:
    """Accounts without a sign-in since `limit`, but for those who work here."""
    every = get_user_model()._default_manager.all() if among is None else among
    users = every.annotate(raati_seen=Coalesce(F("last_login"), F("date_joined")))
    working = RoleGrant.objects.in_force(clock.now()).values("person__user")
    return (
        users.filter(raati_seen__lt=limit, is_active=True, is_staff=False, is_superuser=False)
        .exclude(pk__in=working)
        .order_by("raati_seen", "pk")
    )


def look_after_unused() -> dict[str, int]:
    """Warn, warn again, delete; how many of each."""
    forget_idle_warnings()
    return {"warned": warn_early(), "warned again": warn_late(), "deleted": delete_unused()}


def forget_idle_warnings() -> None:
    """Whoever signed in after a warning is warned anew when the time comes again."""
    RetentionNotice.objects.filter(
        kind__in=[FIRST, LAST], person__user__last_login__gte=F("told_at")
    ).delete()


def warn_early() -> int:
    """The first warning; the end is a full month away, however late this runs."""
    now, today = clock.now(), clock.today()
    period = timedelta(days=conf.get("INACTIVE_DAYS"))
    unused = unused_since(now - period + timedelta(days=EARLY), a_slice())
    users = list(unused.exclude(raati_person__raati_notices__kind=FIRST)[:AT_ONCE])
    for user in users:
        end = timezone.localdate(user.raati_seen + period)
        person, _created = Person.objects.get_or_create(user=user)
        _warn(person, FIRST, max(end, today + timedelta(days=EARLY)))
    return len(users)


def warn_late() -> int:
    today = clock.today()
    rows = _warned(FIRST).filter(due_on__lte=today + timedelta(days=LATE))
    due = list(rows.exclude(person__raati_notices__kind=LAST)[:AT_ONCE])
    for row in due:
        _warn(row.person, LAST, max(row.due_on, today + timedelta(days=LATE)))
    return len(due)


def delete_unused() -> int:
    """Each in a transaction of its own."""
    rows = _warned(LAST).filter(due_on__lte=clock.today())
    return sum(
        erase_person(actor=Actor.system("people.unused"), person=row.person)
        for row in rows[:AT_ONCE]
    )


def _warned(kind: str) -> QuerySet[RetentionNotice]:
    """Warnings of that kind about accounts that are still unused."""
    period = timedelta(days=conf.get("INACTIVE_DAYS") - EARLY)
    unused = unused_since(clock.now() - period).order_by().values("pk")
    rows = RetentionNotice.objects.filter(kind=kind, person__user__in=unused)
    return rows.select_related("person__user").order_by("due_on", "pk")


@transaction.atomic
def _warn(person: Person, kind: str, due_on: date) -> None:
    _row, is_new = RetentionNotice.objects.get_or_create(
        person=person, kind=kind, due_on=due_on, defaults={"told_at": clock.now()}
    )
    if is_new:
        mark = f"people.unused:{person.public_id}:{kind}:{due_on:%Y%m%d}"
        data = {"due_on": due_on.isoformat(), "kind": kind}
        outbox.post(mark=mark, kind="people.unused", person=person, data=data)


def write_warning(mail: OutgoingMail) -> Message | None:
    """The mail; None when somebody has signed in since."""
    due_on = date.fromisoformat(mail.data["due_on"])
    notices = RetentionNotice.objects.filter(
        person=mail.person, kind=mail.data["kind"], due_on=due_on
    )
    notice = notices.first()
    seen = getattr(getattr(mail.person, "user", None), "last_login", None)
    if notice is None or (seen is not None and seen >= notice.told_at):
        return None
    day = day_text(due_on)
    text = render_to_string(
        "raati_people/privacy/unused.txt",
        {"day": day, "address": outbox.absolute(reverse("raati_people:me"))},
    )
    return Message(_("Your account will be deleted on %(day)s") % {"day": day}, text)
