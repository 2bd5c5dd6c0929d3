"""Removing supports that are not residents' own: in the open, with the reason."""

from collections.abc import Collection

from django.db.models import F

from participation.core import audit, clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.statements import update_returning
from participation.core.text import clean_text

from .. import announce, policies, rules, signals
from ..models import Idea, Support, SupportRemoval
from .locking import locked


@action("ideas.remove_supports")
def remove_supports(
    *, actor: Actor, idea: Idea, persons: Collection[Person], reason: str
) -> SupportRemoval:
    """Take these persons' supports off the idea; they get no right back.

    The idea's page says how many, when and why. What the board promised when its
    threshold was reached stays promised.
    """
    policies.may_hide(actor, idea)
    reason = clean_text(reason)
    # Exclusive: supports in flight are waited for, so that the count is right.
    Component.objects.select_for_update(no_key=True).get(pk=idea.component_id)
    removed, _by_model = Support.objects.filter(idea=idea, person__in=persons).delete()
    idea = locked(idea)
    rules.require_removal(removed, reason)
    rows = Idea.objects.filter(pk=idea.pk)
    ((idea.support_count,),) = update_returning(
        rows, "support_count", support_count=F("support_count") - removed
    )
    removal = SupportRemoval.objects.create(
        idea=idea, at=clock.now(), count=removed, reason=reason, by=actor.person
    )
    audit.record(actor, idea, "ideas.remove_supports", count=removed, reason=reason)
    signals.supports_removed.tell(subject=idea, component=idea.component, count=removed)
    if idea.is_visible:
        announce.changed(idea)
        announce.counted(idea)
    return removal
