"""What became of an accepted idea: its price, its schedule, and what has been done, dated."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from i18nfield.strings import LazyI18nString

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.files import store_photo
from participation.core.models import PrivateFile
from participation.core.text import clean_text
from participation.core.texts import Texts, clean_texts

from .. import announce, policies, rules, signals
from ..models import Idea, Milestone
from .locking import locked

MILESTONE_PURPOSE = "ideas.milestone"
Photo = tuple[bytes, int, int]


@action("ideas.plan")
def plan_idea(
    *,
    actor: Actor,
    idea: Idea,
    cost: Decimal | None,
    schedule: Texts,
    version: int | None = None,
) -> Idea:
    """Tell what an accepted idea costs (euros) and when it will be done; empty takes it back.

    `version` is the idea's as the form showed it.
    """
    idea = locked(idea)
    policies.may_handle(actor, idea)
    rules.require_version(version, idea.version)
    rules.require_accepted(idea)
    rules.require_cost(cost)
    before, after = _plan(idea.cost, idea.schedule), _plan(cost, clean_texts(schedule))
    if before == after:
        return idea
    idea.cost, idea.schedule = cost, LazyI18nString(after["schedule"])
    idea.version += 1
    idea.save(update_fields=["cost", "schedule", "version"])
    audit.record(actor, idea, "ideas.plan", before=before, after=after)
    signals.idea_planned.tell(subject=idea, component=idea.component)
    announce.realised(idea)
    return idea


def _plan(cost: Decimal | None, schedule: Any) -> dict[str, Any]:
    texts = getattr(schedule, "data", schedule)
    return {"cost": None if cost is None else f"{cost:.2f}", "schedule": texts or {}}


@action("ideas.add_milestone")
def add_milestone(
    *,
    actor: Actor,
    idea: Idea,
    on: date,
    title: Texts,
    text: Texts = "",
    photo: Photo | None = None,
    photo_alt: str = "",
) -> Milestone:
    """Tell what was done on a day, in words and perhaps a picture (what PhotoField cleaned)."""
    idea = locked(idea)
    policies.may_handle(actor, idea)
    milestone = Milestone(idea=idea, by=actor.person)
    _write(actor, milestone, on, title, text, photo, photo_alt)
    audit.record(actor, idea, "ideas.add_milestone", after=_told(milestone))
    signals.milestone_added.tell(
        subject=idea, component=idea.component, milestone=milestone.public_id
    )
    announce.realised(idea)
    return milestone


@action("ideas.edit_milestone")
def edit_milestone(
    *,
    actor: Actor,
    milestone: Milestone,
    on: date,
    title: Texts,
    text: Texts = "",
    photo: Photo | None = None,
    photo_alt: str = "",
) -> Milestone:
    """Put a milestone right; without a new photo it keeps its own. The log keeps what it said."""
    idea = locked(milestone.idea)
    policies.may_handle(actor, idea)
    milestone = idea.milestones.select_for_update(of=("self",)).get(pk=milestone.pk)
    before, replaced = _told(milestone), milestone.photo if photo else None
    _write(actor, milestone, on, title, text, photo, photo_alt)
    _discard(replaced)
    audit.record(actor, idea, "ideas.edit_milestone", before=before, after=_told(milestone))
    signals.milestone_changed.tell(
        subject=idea, component=idea.component, milestone=milestone.public_id
    )
    announce.realised(idea)
    return milestone


@action("ideas.remove_milestone")
def remove_milestone(*, actor: Actor, milestone: Milestone) -> None:
    """Take a milestone away, with its picture; the log keeps what it said."""
    idea = locked(milestone.idea)
    policies.may_handle(actor, idea)
    found = idea.milestones.filter(pk=milestone.pk).first()
    if found is None:
        return
    before, photo = _told(found), found.photo
    found.delete()
    _discard(photo)
    audit.record(actor, idea, "ideas.remove_milestone", before=before)
    signals.milestone_removed.tell(subject=idea, component=idea.component, milestone=before["id"])
    announce.realised(idea)


def _write(
    actor: Actor,
    milestone: Milestone,
    on: date,
    title: Texts,
    text: Texts,
    photo: Photo | None,
    photo_alt: str,
) -> None:
    titles, alt = clean_texts(title), clean_text(photo_alt)
    rules.require_milestone(milestone.idea, on, titles, clock.today())
    rules.require_described(photo or milestone.photo, alt)
    if photo:
        milestone.photo = store_photo(
            actor=actor,
            purpose=MILESTONE_PURPOSE,
            component=milestone.idea.component,
            photo=photo,
        )
    milestone.on, milestone.title = on, LazyI18nString(titles)
    milestone.text = LazyI18nString(clean_texts(text))
    milestone.photo_alt = alt if milestone.photo else ""
    milestone.save()


def _told(milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.public_id,
        "on": milestone.on.isoformat(),
        "title": milestone.title.data,
        "text": milestone.text.data,
        "photo": milestone.photo.public_id if milestone.photo else "",
    }


def _discard(photo: PrivateFile | None) -> None:
    """Forget a picture that nothing shows any more; its file goes after the commit."""
    if photo is None:
        return
    name, storage = photo.file.name, photo.file.storage
    photo.delete()
    if name:
        transaction.on_commit(lambda: storage.delete(name), robust=True)
