"""Everything that people change about their notices."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from participation.core import clock, notices
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.notices import Rhythm
from participation.core.policies import require, require_member
from participation.core.rules import RuleBroken

from . import preferences, unsubscribe
from .models import Mute, Notice, Preferences
from .telling import tell_pages
from .unsubscribe import Wish


@action("notifications.read")
def read_about(*, actor: Actor, subject_type: str, subject_id: str) -> int:
    """Mark what the actor was told about one thing as read; how many notices that were."""
    return _read(actor, subject_type=subject_type, subject_id=subject_id)


@action("notifications.read_all")
def read_all(*, actor: Actor, until: int) -> int:
    """Mark everything up to the notice `until` as read: not what came while it was looked at."""
    return _read(actor, pk__lte=until)


def _read(actor: Actor, **which: object) -> int:
    # Also for those who may not write at the moment: reading is no act of taking part.
    require(actor.is_member, _("Sign in to see your notices."))
    rows = Notice.objects.unread().filter(person=actor.person, **which)
    read = rows.update(read_at=clock.now(), waits_for="")
    if read:
        tell_pages(Person.objects.filter(pk=actor.person.pk))
    return read


@action("notifications.set_preferences")
def set_preferences(
    *,
    actor: Actor,
    rhythms: Mapping[str, str],
    is_silent: bool,
    quiet_from: int,
    quiet_until: int,
    weekly_cap: int,
    language: str,
) -> Preferences:
    """How the actor wants to be told; what waits already follows the new choice."""
    require(actor.is_member, _("Sign in to see your notices."))
    known = {kind.name for kind in notices.kinds() if kind.is_mailed}
    if set(rhythms) - known or set(rhythms.values()) - set(Rhythm.values):
        raise RuleBroken("rhythm", _("There is no such kind of notice."))
    row, _created = Preferences.objects.update_or_create(
        person=actor.person,
        defaults={
            "rhythms": dict(rhythms),
            "is_silent": is_silent,
            "quiet_from": quiet_from,
            "quiet_until": quiet_until,
            "weekly_cap": weekly_cap,
            "language": language,
        },
    )
    _follow(row)
    return row


def _follow(row: Preferences) -> None:
    """Notices that wait for a mail wait for the one that is wanted now."""
    waiting = Notice.objects.filter(person=row.person_id).exclude(waits_for="")
    for kind in notices.kinds():
        wanted = preferences.rhythm_of(row, kind)
        if wanted == Rhythm.NOW:
            continue
        waits_for = "" if wanted == Rhythm.NONE else wanted
        waiting.filter(kind=kind.name).update(waits_for=waits_for)


@action("notifications.mute")
def mute(*, actor: Actor, subject_type: str, subject_id: str) -> None:
    """Tell the actor nothing more about one thing; what was told counts as read."""
    require_member(actor)
    assert actor.person is not None
    _mute(actor.person, subject_type, subject_id)


@action("notifications.unmute")
def unmute(*, actor: Actor, subject_type: str, subject_id: str) -> None:
    require_member(actor)
    Mute.objects.filter(
        person=actor.person, subject_type=subject_type, subject_id=subject_id
    ).delete()


def _mute(person: Person, subject_type: str, subject_id: str) -> None:
    now = clock.now()
    Mute.objects.bulk_create(
        [Mute(person=person, subject_type=subject_type, subject_id=subject_id, at=now)],
        ignore_conflicts=True,
    )
    about = Notice.objects.about(subject_type, subject_id).filter(person=person)
    about.exclude(waits_for="").update(waits_for="")
    about.unread().update(read_at=now)
    tell_pages(Person.objects.filter(pk=person.pk))


@action("notifications.unsubscribe")
def stop(*, actor: Actor, wish: Wish) -> None:
    """Do what a signed link of a mail asks for. Whoever holds it may: nobody has to sign in.

    Nothing happens, and nothing is told, where the person is gone.
    """
    person = Person.objects.filter(public_id=wish.person, user__isnull=False).first()
    if person is None:
        return
    if wish.what == unsubscribe.SUBJECT:
        _mute(person, *wish.names)
        return
    row = preferences.of([person.pk])[person.pk]
    if wish.what == unsubscribe.ALL:
        row.is_silent = True
    else:
        row.rhythms = {**row.rhythms, wish.names[0]: Rhythm.NONE.value}
    row.save()
    _follow(row)
