"""Rounds of a place of participation: open a new one, close one early, put one away."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from . import audit, clock
from .actions import action
from .actors import Actor
from .copying import NewRound, copy_all
from .facts import FactSignal
from .models import Component
from .policies import require
from .receipts import once
from .rules import RuleBroken

round_started = FactSignal("round_started")
component_closed = FactSignal("component_closed")
component_archived = FactSignal("component_archived")

#: Rounds follow each other within ten years.
MOST_DAYS = 3660


def _source(component: Component) -> Any:
    if component.source_page is None:
        raise RuleBroken("no_page", _("The page of this round is gone."))
    return component.source_page.specific


def may_publish(actor: Actor, page: Page) -> None:
    """Refused unless the actor may publish this page in the Wagtail admin."""
    allowed = actor.user is not None and page.permissions_for_user(actor.user).can_publish()
    require(allowed, _("You need the right to publish this page."))


@action("core.start_new_round")
def start_new_round(
    *,
    actor: Actor,
    component: Component,
    titles: dict[str, str],
    opens_at: datetime | None = None,
    closes_at: datetime | None = None,
    days: int | None = None,
    archive_old: bool = False,
    key: str = "",
) -> Component:
    """Copy a place and those below it, in all their languages, as drafts, to empty components.

    `titles` gives the new title by language code; a language left out keeps its old title.
    With `days` all dates move by so many days; without, the first place gets `opens_at` and
    `closes_at`, and dates below it are left out. Returns the new component; its source page
    is in the old one's language. A form's `key` makes a repeat return the round that the
    first sending made.
    """
    source = _source(component)
    may_publish(actor, source)
    if opens_at and closes_at and opens_at >= closes_at:
        raise RuleBroken("dates", _("The closing time must be after the opening."))
    if days is not None and abs(days) > MOST_DAYS:
        raise RuleBroken("days", _("That day is too far away."))
    new = NewRound(titles, opens_at, closes_at, days)

    def make() -> str:
        made = copy_all(actor, component, new)
        for old_key, row in made.items():
            old = Component.objects.get(key=old_key)
            audit.record(actor, row, "core.start_new_round", previous=old.public_id)
            round_started.tell(subject=row, component=row, previous=old.public_id)
            if archive_old:
                _put_away(actor, old)
        return str(made[component.key].key)

    if not key:
        return Component.objects.get(key=make())
    content = {"of": component.key, "archive": archive_old, **asdict(new)}
    made, _created = once(
        actor=actor, key=key, act="core.start_new_round", content=content, make=make
    )
    return Component.objects.get(key=made)


@action("core.close_now")
def close_now(*, actor: Actor, component: Component) -> datetime:
    """Close from this instant on, and publish the page with that closing time.

    Acts in flight are waited for and count; after the commit none is accepted.
    """
    source = _source(component)
    may_publish(actor, source)
    locked = Component.objects.select_for_update().get(pk=component.pk)
    now = clock.now()
    if locked.closes_at and locked.closes_at <= now:
        raise RuleBroken("closed", _("This is already closed."))
    Component.objects.filter(pk=locked.pk).update(closes_at=now)
    type(source).objects.filter(pk=source.pk).update(closes_at=now)
    # On top of whatever draft there is, so that nobody's unpublished text is lost.
    draft = source.get_latest_revision_as_object()
    draft.closes_at = now
    revision = draft.save_revision(user=actor.user)
    if not source.has_unpublished_changes:
        revision.publish(user=actor.user)
    audit.record(actor, component, "core.close_now", closes_at=now.isoformat())
    component_closed.tell(subject=component, component=component)
    return now


@action("core.archive")
def archive(*, actor: Actor, component: Component) -> None:
    """Put a round away: nothing more is accepted, everything stays readable."""
    may_publish(actor, _source(component))
    _put_away(actor, component)


def _put_away(actor: Actor, component: Component) -> None:
    if Component.objects.filter(pk=component.pk, archived_at=None).update(archived_at=clock.now()):
        audit.record(actor, component, "core.archive")
        component_archived.tell(subject=component, component=component)
