"""What authors do: send an idea, edit it, withdraw it."""

import hashlib
import secrets
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.eligibility import require as require_eligible
from participation.core.files import store_photo
from participation.core.models import Area, AuthorKind, Component, Right, Theme
from participation.core.openness import require_open
from participation.core.profile import set_display_name
from participation.core.receipts import once
from participation.core.rights import give_back, take
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import SUBMIT, Channel, Idea, IdeaRevision, State, Step, Support
from ..models.ideas import MOST_SHUFFLE
from ..places import municipality
from ..points import Point
from . import routing
from .locking import locked

PHOTO_PURPOSE = "ideas.photo"
#: How the rights used are named: one row per person and board for each.
SUBMIT_RIGHT = "submit"
SUPPORT_RIGHT = "support"


@action("ideas.send")
def send_idea(
    *,
    actor: Actor,
    component: Component,
    key: str,
    title: str,
    text: str,
    language: str,
    theme: Theme | None = None,
    area: Area | None = None,
    shown_name: str = "",
    photo: tuple[bytes, int, int] | None = None,
    photo_alt: str = "",
    received_on: date | None = None,
    point: Point | None = None,
    source: str = "",
) -> Idea:
    """Put an idea on the board; the same key again returns the first one.

    `shown_name` becomes the member's shown name if there is none yet. `photo` is
    what PhotoField cleaned. On behalf of others `shown_name` is theirs, and
    `received_on` the day on which staff got their words. `source` is a keyed hash of where
    it came from (guards.source_mark).
    """
    policies.may_send(actor, component)
    fields = {
        "title": clean_text(title),
        "text": clean_text(text),
        "language": language,
        "theme": theme,
        "area": area,
        "photo_alt": clean_text(photo_alt) if photo else "",
        **_place(point),
        **_came(actor, received_on),
    }
    content = {
        **fields,
        "component": component.key,
        "theme": theme.slug if theme else "",
        "area": area.slug if area else "",
        "photo": hashlib.sha256(photo[0]).hexdigest() if photo else "",
    }
    public_id, _created = once(
        actor=actor,
        key=key,
        act="ideas.send",
        content=content,
        make=lambda: (
            _store(actor, component, {**fields, "source": source}, shown_name, photo).public_id
        ),
    )
    return Idea.objects.select_related("component").get(public_id=public_id)


def _store(
    actor: Actor,
    component: Component,
    fields: dict[str, Any],
    shown_name: str,
    photo: tuple[bytes, int, int] | None,
) -> Idea:
    rules.require_content(fields["title"], fields["text"], fields["language"])
    rules.require_described(photo, fields["photo_alt"])
    component = require_open(component, SUBMIT)
    require_eligible(actor, component)
    rules.require_choice(fields["theme"], component.settings.get("themes"))
    rules.require_choice(fields["area"], component.settings.get("areas"))
    now = clock.now()
    idea = Idea(
        component=component,
        created_at=now,
        # The same instant: so `approve_idea` knows that it was never shown.
        held_at=now if _is_looked_at_first(actor, component) else None,
        author_kind=actor.kind,
        author_name=_author_name(actor, shown_name),
        shuffle=secrets.randbelow(MOST_SHUFFLE),
        **routing.route(component, fields["theme"], now),
        **fields,
    )
    if actor.kind == AuthorKind.MEMBER and actor.person is not None:
        idea.author = actor.person
        limit = component.settings.get("idea_limit")
        take(component=component, person=actor.person, act=SUBMIT_RIGHT, limit=limit)
    if photo:
        idea.photo = store_photo(
            actor=actor, purpose=PHOTO_PURPOSE, component=component, photo=photo
        )
    idea.save(force_insert=True)
    label = routing.first_stage(component).label if idea.stage else ""
    Step.objects.create(idea=idea, state=State.RECEIVED, label=label, at=now)
    if actor.kind == AuthorKind.ON_BEHALF:
        audit.record(
            actor, idea, "ideas.enter", channel=actor.channel, received_on=idea.received_on
        )
    if idea.held_at is not None:
        signals.idea_held.tell(subject=idea, component=component, why="new")
        return idea
    signals.idea_sent.tell(subject=idea, component=component, new_owner=idea.owner_id is not None)
    announce.sent(idea)
    return idea


def _is_looked_at_first(actor: Actor, component: Component) -> bool:
    """Whether the idea waits for a moderator; what staff enter for others does not."""
    is_own = actor.kind == AuthorKind.MEMBER
    return is_own and bool(component.settings.get("premoderated"))


def _place(point: Point | None) -> dict[str, Any]:
    """The columns of a place in or near the municipality, or of none."""
    if point is None:
        return {"latitude": None, "longitude": None}
    rules.require_place(point, municipality())
    return {"latitude": point.latitude, "longitude": point.longitude}


def _came(actor: Actor, received_on: date | None) -> dict[str, Any]:
    """How and when staff got what they enter for somebody; nothing for one's own idea."""
    if actor.kind != AuthorKind.ON_BEHALF:
        return {}
    rules.require_channel(actor.channel, received_on, clock.today())
    return {"channel": Channel(actor.channel), "received_on": received_on}


def _author_name(actor: Actor, shown_name: str) -> str:
    """The name stored with the idea; a member without one takes `shown_name` from now on."""
    if actor.kind == AuthorKind.ON_BEHALF:
        return clean_text(shown_name)[:60]
    if actor.person is not None and actor.person.display_name:
        return actor.person.display_name
    name = clean_text(shown_name)
    if not name:
        raise RuleBroken("name", _("Choose a name that is shown with your idea."))
    return set_display_name(actor=actor, name=name).display_name


@action("ideas.edit")
def edit_idea(
    *,
    actor: Actor,
    idea: Idea,
    title: str,
    text: str,
    theme: Theme | None,
    area: Area | None,
    point: Point | None = None,
) -> Idea:
    """Change one's own idea while sending is open and nobody supports it yet.

    The page then says that it was edited, and keeps what it said before to read. Where
    everything is looked at first, the idea waits for a moderator again, as a whole.
    """
    policies.may_change_own(actor, idea)
    title, text = clean_text(title), clean_text(text)
    component = require_open(idea.component, SUBMIT)
    idea = locked(idea)
    rules.require_editable(idea)
    rules.require_content(title, text, idea.language)
    rules.require_choice(theme, component.settings.get("themes"))
    rules.require_choice(area, component.settings.get("areas"))
    changed = {"title": title, "text": text, "theme": theme, "area": area, **_place(point)}
    before = {name: getattr(idea, name) for name in changed}
    if changed == before:
        return idea
    idea.edited_at = clock.now()
    if (title, text) != (before["title"], before["text"]):
        IdeaRevision.objects.create(
            idea=idea, title=before["title"], text=before["text"], until=idea.edited_at
        )
    for name, value in changed.items():
        setattr(idea, name, value)
    was_shown = idea.held_at is None
    if was_shown and _is_looked_at_first(actor, component):
        idea.held_at = idea.edited_at
    idea.save(update_fields=[*changed, "edited_at", "held_at"])
    signals.idea_edited.tell(subject=idea, component=component)
    if idea.held_at is None:
        announce.changed(idea)
    elif was_shown:
        signals.idea_held.tell(subject=idea, component=component, why="edited")
        announce.gone(idea)
    return idea


@action("ideas.withdraw")
def withdraw_idea(*, actor: Actor, idea: Idea) -> Idea:
    """Take one's own idea away before the city decides; its place says so, its text is gone.

    Supporters and the author get their rights back. Withdrawing twice is withdrawing once.
    """
    policies.may_change_own(actor, idea)
    if idea.withdrawn_at is not None:
        return idea
    # Exclusive: supports in flight are waited for, so that none is left behind.
    component = Component.objects.select_for_update(no_key=True).get(pk=idea.component_id)
    supporters = Support.objects.filter(idea=idea).values("person")
    Right.objects.filter(
        component=component, act=SUPPORT_RIGHT, person__in=supporters, used__gt=0
    ).update(used=F("used") - 1)
    if idea.author is not None:
        give_back(component=component, person=idea.author, act=SUBMIT_RIGHT)
    Support.objects.filter(idea=idea).delete()
    idea = locked(idea)
    rules.require_withdrawable(idea)
    idea.withdrawn_at = clock.now()
    idea.support_count = 0
    idea.save(update_fields=["withdrawn_at", "support_count"])
    signals.idea_withdrawn.tell(subject=idea, component=component)
    announce.gone(idea)
    return idea
