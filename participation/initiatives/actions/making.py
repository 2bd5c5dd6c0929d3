"""What makers do: write an initiative, gather signatures for it, deliver it, withdraw it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.eligibility import require as require_eligible
from participation.core.models import Component
from participation.core.openness import require_open
from participation.core.policies import refusal_of
from participation.core.profile import set_display_name
from participation.core.receipts import once
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import SIGN, SUBMIT, Contact, Initiative, Maker, Signature, State
from ..threshold import threshold_of
from .locking import locked
from .signing import put_signature

CONTACT = ("name", "municipality", "email", "phone", "address")


@action("initiatives.draft")
def draft_initiative(
    *,
    actor: Actor,
    component: Component,
    key: str,
    title: str,
    text: str,
    language: str,
    maker_kind: str,
    contact: dict[str, str],
    organisation: str = "",
    shown_name: str = "",
) -> Initiative:
    """Write an initiative that only its maker sees; the same key again returns the first one.

    `contact` has the keys of CONTACT. `shown_name` becomes the member's shown name
    if there is none yet.
    """
    policies.may_make(actor, component)
    fields = _content(title, text, maker_kind, organisation)
    details = _details(contact)
    fields["language"] = language
    content = {**fields, **details, "component": component.key}
    public_id, _created = once(
        actor=actor,
        key=key,
        act="initiatives.draft",
        content=content,
        make=lambda: _store(
            actor, component, {**fields, "language": language}, details, shown_name
        ),
    )
    return Initiative.objects.with_numbers().get(public_id=public_id)


def _content(title: str, text: str, maker_kind: str, organisation: str) -> dict[str, str]:
    return {
        "title": clean_text(title),
        "text": clean_text(text),
        "maker_kind": maker_kind,
        "organisation": clean_text(organisation) if maker_kind == Maker.ASSOCIATION else "",
    }


def _details(contact: dict[str, str]) -> dict[str, str]:
    return {name: clean_text(contact.get(name, "")) for name in CONTACT}


def _check(fields: dict[str, str], details: dict[str, str], component: Component) -> None:
    rules.require_content(fields["title"], fields["text"], fields["language"])
    own = component.settings.get("municipality", "")
    rules.require_maker(fields["maker_kind"], fields["organisation"], details, own)


def _store(
    actor: Actor,
    component: Component,
    fields: dict[str, str],
    details: dict[str, str],
    shown_name: str,
) -> str:
    component = require_open(component, SUBMIT)
    require_eligible(actor, component)
    _check(fields, details, component)
    initiative = Initiative.objects.create(
        component=component,
        author=actor.person,
        author_kind=actor.kind,
        author_name=_shown_name(actor, shown_name),
        created_at=clock.now(),
        **fields,
    )
    Contact.objects.create(initiative=initiative, person=actor.person, **details)
    return initiative.public_id


def _shown_name(actor: Actor, shown_name: str) -> str:
    """The name that the page shows; a member without one takes `shown_name` from now on."""
    assert actor.person is not None
    if actor.person.display_name:
        return actor.person.display_name
    name = clean_text(shown_name)
    if not name:
        raise RuleBroken("shown_name", _("Choose a name that is shown with your initiative."))
    return set_display_name(actor=actor, name=name).display_name


@action("initiatives.edit")
def edit_draft(
    *,
    actor: Actor,
    initiative: Initiative,
    title: str,
    text: str,
    maker_kind: str,
    contact: dict[str, str],
    organisation: str = "",
) -> Initiative:
    """Change one's draft; once others see it, it stands as it is."""
    policies.may_change_own(actor, initiative)
    initiative = locked(initiative)
    rules.require_draft(initiative)
    fields, details = _content(title, text, maker_kind, organisation), _details(contact)
    _check({**fields, "language": initiative.language}, details, initiative.component)
    for name, value in fields.items():
        setattr(initiative, name, value)
    initiative.save(update_fields=list(fields))
    Contact.objects.filter(initiative=initiative).update(**details)
    return initiative


@action("initiatives.gather")
def gather_signatures(*, actor: Actor, initiative: Initiative) -> Initiative:
    """Publish the draft and gather signatures, the maker's first. Twice is once."""
    policies.may_publish(actor, initiative)
    component = require_open(initiative.component, SIGN)
    initiative = locked(initiative)
    if initiative.state == State.GATHERING:
        return initiative
    rules.require_draft(initiative)
    require_eligible(actor, component)
    _publish(initiative, looked_at_first=_is_looked_at_first(initiative))
    return initiative


def _is_looked_at_first(initiative: Initiative) -> bool:
    return bool(initiative.component.settings.get("premoderated"))


def _publish(initiative: Initiative, *, looked_at_first: bool) -> None:
    """Everybody sees it from now on, or a moderator first. A maker who is a person signs first."""
    initiative.state, initiative.published_at = State.GATHERING, clock.now()
    initiative.save(update_fields=["state", "published_at"])
    if initiative.maker_kind != Maker.ASSOCIATION and initiative.author is not None:
        contact = initiative.contact
        put_signature(
            initiative,
            initiative.author,
            name=contact.name,
            municipality=contact.municipality,
            is_resident=initiative.maker_kind == Maker.RESIDENT,
        )
    if looked_at_first:
        # The same instant: so `approve_initiative` knows that it was never shown.
        initiative.held_at = initiative.published_at
        initiative.save(update_fields=["held_at"])
        signals.initiative_held.tell(subject=initiative, component=initiative.component, why="new")
        return
    signals.initiative_published.tell(subject=initiative, component=initiative.component)


@action("initiatives.deliver")
def deliver_initiative(*, actor: Actor, initiative: Initiative) -> Initiative:
    """Hand it to the municipality, with its signatures or at once. Twice is once.

    Always possible: the right to make initiatives has no closing time.
    """
    policies.may_change_own(actor, initiative)
    initiative = locked(initiative)
    if initiative.delivered_at is not None:
        return initiative
    rules.require_deliverable(initiative)
    if initiative.state == State.DRAFT:
        # Whoever may not write here keeps the right to deliver; others read it after a look.
        is_barred = bool(refusal_of(policies.may_publish, actor, initiative))
        _publish(initiative, looked_at_first=is_barred or _is_looked_at_first(initiative))
    threshold = threshold_of(initiative.component)
    initiative.needed = threshold.needed if threshold else None
    initiative.state, initiative.delivered_at = State.DELIVERED, clock.now()
    initiative.save(update_fields=["needed", "state", "delivered_at"])
    signals.initiative_delivered.tell(subject=initiative, component=initiative.component)
    announce.changed(initiative)
    return initiative


@action("initiatives.withdraw")
def withdraw_initiative(*, actor: Actor, initiative: Initiative) -> None:
    """Take it back before the delivery, with all names. A draft disappears, twice is once."""
    policies.may_change_own(actor, initiative)
    if initiative.withdrawn_at is not None:
        return
    # Exclusive: signatures in flight are waited for, so that none is left behind.
    Component.objects.select_for_update(no_key=True).get(pk=initiative.component_id)
    Signature.objects.filter(initiative=initiative).delete()
    initiative = locked(initiative)
    rules.require_withdrawable(initiative)
    if initiative.state == State.DRAFT:
        initiative.delete()
        return
    Contact.objects.filter(initiative=initiative).delete()
    changes: dict[str, Any] = {"signature_count": 0, "resident_count": 0}
    Initiative.objects.filter(pk=initiative.pk).update(withdrawn_at=clock.now(), **changes)
    initiative.refresh_from_db()
    signals.initiative_withdrawn.tell(subject=initiative, component=initiative.component)
    announce.gone(initiative)
