"""Telling of oneself what a place of participation asks."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.eligibility import conditions_of
from participation.core.models import Area, Component, Person
from participation.core.openness import look
from participation.core.policies import require_member
from participation.core.rules import RuleBroken

from .. import conf
from ..birth import Born
from ..criteria import criteria
from ..guardians.actions import has_consent, note_age
from ..guardians.ages import is_child
from ..models import Profile, Status, ToldUse
from ..models.known import EARLIEST_YEAR

#: What people tell, as the fields of Profile are called.
TOLD = ("status", "birth_year", "area")


@action("people.tell")
def tell(
    *,
    actor: Actor,
    status: str | None = None,
    birth_year: int | None = None,
    area: Area | None = None,
    is_old_enough: bool | None = None,
) -> Profile:
    """Keep what a member tells of themselves; None leaves what is known already.

    What was told can be changed after RAATI_TOLD_DAYS, and not while a place is open where it
    has let the person take part. What somebody has proved is not touched. A child without a
    guardian's consent tells nothing: `await_consent` comes first. `is_old_enough` is asked in
    the year in which somebody reaches the age for it.
    RuleBroken("told" | "status" | "birth_year" | "is_old_enough" | "guardian").
    """
    require_member(actor)
    assert actor.person is not None
    # Locked: of two answers at once the second sees what the first told.
    person = Person.objects.select_for_update(no_key=True).get(pk=actor.person.pk)
    now = clock.now()
    given = {"status": status, "birth_year": birth_year, "area": area}
    told = {name: value for name, value in given.items() if value not in (None, "")}
    if not told:
        raise RuleBroken("told", _("Tell what is asked."))
    _require_possible(told, now)
    profile = Profile.objects.filter(person=person).first() or Profile(person=person)
    news = {name: value for name, value in told.items() if getattr(profile, name) != value}
    if not news:
        return profile
    changed = [name for name in news if getattr(profile, name)]
    if changed:
        require_changeable(profile, changed, now)
    if "birth_year" in news:
        _require_guardian(person, Born.in_year(birth_year), is_old_enough, now)
    for name, value in news.items():
        setattr(profile, name, value)
    profile.told_at = now
    profile.save()
    if "birth_year" in news:
        note_age(person, Born.in_year(profile.birth_year))
    return profile


def _require_possible(told: Mapping[str, Any], now: datetime) -> None:
    if "status" in told and told["status"] not in Status.values:
        raise RuleBroken("status", _("Choose one of these."))
    year = told.get("birth_year")
    if year is not None and not EARLIEST_YEAR <= year <= now.year:
        raise RuleBroken("birth_year", _("Write the year with four digits, for instance 1984."))


def _require_guardian(
    person: Person, born: Born, is_old_enough: bool | None, now: datetime
) -> None:
    """RuleBroken where a guardian has to be asked first, or nobody can tell yet."""
    child = is_child(born, timezone.localdate(now))
    if child is False or has_consent(person):
        return
    age = conf.get("CONSENT_AGE")
    if child is None and is_old_enough is None:
        raise RuleBroken("is_old_enough", _("Tell whether you have turned %(age)s.") % {"age": age})
    if child or not is_old_enough:
        raise RuleBroken(
            "guardian", _("You are under %(age)s: ask a guardian first.") % {"age": age}
        )


def require_changeable(profile: Profile, names: Collection[str], now: datetime) -> None:
    """RuleBroken("told") while what was told may not be changed by the person themselves."""
    free = profile.told_at + timedelta(days=conf.get("TOLD_DAYS"))
    if now < free:
        days = conf.get("TOLD_DAYS")
        words = _(
            "You told this less than %(days)s days ago, so you cannot change it yet. Is it wrong?"
            " The service desk puts it right when you show who you are."
        )
        raise RuleBroken("told", words % {"days": days})
    if places := resting_on(profile.person, names):
        page = places[0].page_in()
        words = _(
            "You have taken part in “%(place)s” with what you told. You can change it when that"
            " has closed. Is it wrong? The service desk puts it right when you show who you are."
        )
        raise RuleBroken("told", words % {"place": page.title if page else ""})


def resting_on(person: Person, names: Collection[str]) -> list[Component]:
    """The places, not closed yet, where one of these has let the person take part."""
    uses = ToldUse.objects.filter(person=person).select_related("component__source_page")
    return [use.component for use in uses if _asks(use.component, names) and _lasts(use.component)]


def _asks(component: Component, names: Collection[str]) -> bool:
    conditions = conditions_of(component)
    return any(each.name in conditions and set(each.tells) & set(names) for each in criteria())


def _lasts(component: Component) -> bool:
    """Whether something is open there, or will be."""
    page = component.source_page
    acts = page.specific_class.acts if page is not None and page.specific_class else ()
    return any(o.is_open or o.next_opens for o in look(component, *acts).values())
