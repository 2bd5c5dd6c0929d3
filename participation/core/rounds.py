"""Rounds of a place of participation: open a new one, close one early, put one away."""

import uuid
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from . import audit, clock
from .actions import action
from .actors import Actor
from .facts import FactSignal
from .models import Component
from .policies import require
from .receipts import once
from .rules import RuleBroken

round_started = FactSignal("round_started")
component_closed = FactSignal("component_closed")
component_archived = FactSignal("component_archived")


def _source(component: Component) -> Any:
    if component.source_page is None:
        raise RuleBroken("no_page", _("The page of this round is gone."))
    return component.source_page.specific


def may_publish(actor: Actor, page: Page) -> None:
    """Refused unless the actor may publish this page in the Wagtail admin."""
    allowed = actor.user is not None and page.permissions_for_user(actor.user).can_publish()
    require(allowed, _("You need the right to publish this page."))


def _free_slug(page: Page, parent: Page) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    number = 2
    while f"{page.slug}-{number}" in taken:
        number += 1
    return f"{page.slug}-{number}"


@action("core.start_new_round")
def start_new_round(
    *,
    actor: Actor,
    component: Component,
    titles: dict[str, str],
    opens_at: datetime | None,
    closes_at: datetime | None,
    key: str = "",
) -> Component:
    """Copy the pages of all languages, as drafts, to a new and empty component.

    `titles` gives the new title by language code; a language left out keeps its
    old title. Returns the new component; its source page is in the old one's
    language. Texts may then be edited and each language published. A form's `key`
    makes a repeat return the round that the first sending made.
    """
    source = _source(component)
    may_publish(actor, source)
    if opens_at and closes_at and opens_at >= closes_at:
        raise RuleBroken("dates", _("The closing time must be after the opening."))

    def make() -> str:
        new = _copy_languages(actor, component, source, titles, opens_at, closes_at)
        audit.record(actor, new, "core.start_new_round", previous=component.public_id)
        round_started.tell(subject=new, component=new, previous=component.public_id)
        return str(new.key)

    if not key:
        return Component.objects.get(key=make())
    content = {"of": component.key, "titles": titles, "opens": opens_at, "closes": closes_at}
    made, _created = once(
        actor=actor, key=key, act="core.start_new_round", content=content, make=make
    )
    return Component.objects.get(key=made)


def _copy_languages(
    actor: Actor,
    component: Component,
    source: Any,
    titles: dict[str, str],
    opens_at: datetime | None,
    closes_at: datetime | None,
) -> Component:
    new_key = uuid.uuid4()
    pages = Page.objects.filter(translation_key=component.key).select_related("locale")
    # The source first: the first page made becomes the source of the new component.
    for page in sorted(pages.specific(), key=lambda p: p.pk != source.pk):
        title = titles.get(page.locale.language_code) or page.title
        page.copy(
            to=page.get_parent(),
            update_attrs={
                "translation_key": new_key,
                "title": title,
                "draft_title": title,
                "slug": _free_slug(page, page.get_parent()),
                "opens_at": opens_at,
                "closes_at": closes_at,
                "alias_of": None,
            },
            copy_revisions=False,
            keep_live=False,
            user=actor.user,
        )
    Component.objects.filter(key=new_key).update(previous_round=component)
    return Component.objects.get(key=new_key)


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
    if Component.objects.filter(pk=component.pk, archived_at=None).update(archived_at=clock.now()):
        audit.record(actor, component, "core.archive")
        component_archived.tell(subject=component, component=component)
