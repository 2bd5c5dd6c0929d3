"""Being away: a member of staff names a colleague who stands in for some days."""

from datetime import date, timedelta

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from . import audit, clock, outbox
from .actions import action
from .actors import Actor
from .facts import FactSignal
from .models import Absence, OutgoingMail, Person, RoleGrant
from .outbox import Message
from .policies import require
from .roles import is_administrator
from .rules import RuleBroken

deputy_named = FactSignal("deputy_named")
absence_ended = FactSignal("absence_ended")

KIND = "core.deputy_named"
#: Nobody is away for longer, or names a deputy further ahead.
MOST = timedelta(days=366)


@action("core.name_deputy")
def name_deputy(
    *, actor: Actor, deputy: Person, first_day: date, last_day: date, person: Person | None = None
) -> Absence:
    """Say that `deputy` has one's work on these days; for somebody else only administrators.

    What is due comes to the deputy's desk and mailbox meanwhile, and they may answer it.
    """
    away = person or actor.person
    require(
        away is not None and (is_administrator(actor) or (bool(actor.grants) and _is(actor, away))),
        _("Only an administrator can name a deputy for somebody else."),
    )
    assert away is not None
    away = Person.objects.select_for_update().get(pk=away.pk)
    _require_days(first_day, last_day, clock.today())
    _require_deputy(away, deputy)
    others = Absence.objects.filter(person=away, ended_at=None)
    if others.filter(first_day__lte=last_day, last_day__gte=first_day).exists():
        raise RuleBroken("first_day", _("A deputy is named for some of these days already."))
    now = clock.now()
    absence = Absence.objects.create(
        person=away,
        deputy=deputy,
        first_day=first_day,
        last_day=last_day,
        named_by=actor.person,
        named_at=now,
    )
    days = {"first_day": first_day.isoformat(), "last_day": last_day.isoformat()}
    audit.record(
        actor, absence, "core.name_deputy", away=away.public_id, deputy=deputy.public_id, **days
    )
    outbox.post(mark=f"{KIND}:{absence.pk}", kind=KIND, person=deputy, data={"absence": absence.pk})
    deputy_named.tell(subject=absence, at=now)
    return absence


@action("core.end_absence")
def end_absence(*, actor: Actor, absence: Absence) -> None:
    """Come back early, or take back what was named; the work is one's own again at once."""
    require(
        is_administrator(actor) or _is(actor, absence.person),
        _("Only an administrator can name a deputy for somebody else."),
    )
    now = clock.now()
    if not Absence.objects.filter(pk=absence.pk, ended_at=None).update(ended_at=now):
        return
    audit.record(actor, absence, "core.end_absence")
    absence_ended.tell(subject=absence, at=now)


def _is(actor: Actor, person: Person) -> bool:
    return actor.person is not None and actor.person.pk == person.pk


def _require_days(first_day: date, last_day: date, today: date) -> None:
    if last_day < first_day:
        raise RuleBroken("last_day", _("The last day cannot be before the first one."))
    if last_day < today:
        raise RuleBroken("last_day", _("This day is over."))
    if last_day - today > MOST or last_day - first_day > MOST:
        raise RuleBroken("last_day", _("A year ahead is the most."))


def _require_deputy(away: Person, deputy: Person) -> None:
    if away.pk == deputy.pk:
        raise RuleBroken("deputy", _("Choose a colleague."))
    grants = RoleGrant.objects.in_force(clock.now())
    if not grants.filter(person=deputy, person__user__is_active=True).exists():
        raise RuleBroken("deputy", _("The deputy must be somebody with a role."))


def write(mail: OutgoingMail) -> Message | None:
    """Tells the deputy, unless it was taken back meanwhile."""
    rows = Absence.objects.filter(ended_at=None).select_related("person")
    absence = rows.filter(pk=mail.data["absence"], last_day__gte=clock.today()).first()
    if absence is None:
        return None
    context = {"absence": absence, "address": outbox.absolute(reverse("raati_desk"))}
    text = render_to_string("raati_core/mail/deputy_named.txt", context)
    subject, _newline, body = text.strip().partition("\n")
    return Message(subject, body.strip() + "\n")
