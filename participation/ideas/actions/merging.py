"""Combining duplicates: one of two ideas lives on, with everybody's support counted once."""

from django.db.models import F

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Component, Right

from .. import announce, policies, rules, signals
from ..models import Idea, Support
from . import promises
from .locking import locked
from .sending import SUPPORT_RIGHT


@action("ideas.merge")
def merge_idea(*, actor: Actor, idea: Idea, into: Idea, version: int | None = None) -> Idea:
    """Combine `idea` with `into`, which lives on; returns it. There is no way back.

    Supports move with their dates. Whoever supported both, and the author of `into`, counts
    once and not for themselves: they get the surplus right back. A promise stays where it was
    made; the moved supports may bring `into` its own. What had been combined with `idea`
    leads to `into` from now on. `version` is the idea's as the form showed it.
    """
    # Exclusive: supports in flight are waited for, and two mergers never cross.
    component = Component.objects.select_for_update(no_key=True).get(pk=idea.component_id)
    source, target = _both(idea, into)
    policies.may_handle(actor, source)
    policies.may_handle(actor, target)
    rules.require_version(version, source.version)
    rules.require_mergeable(source, target)
    moved = _move_supports(component, source, target)
    Idea.objects.filter(merged_into=source).update(merged_into=target)
    source.merged_into, source.support_count = target, 0
    source.version += 1
    source.save(update_fields=["merged_into", "support_count", "version"])
    target.support_count = Support.objects.filter(idea=target).count()
    target.save(update_fields=["support_count"])
    audit.record(actor, source, "ideas.merge", into=target.public_id, moved=moved)
    audit.record(actor, target, "ideas.take_in", of=source.public_id, moved=moved)
    fact = signals.idea_merged.tell(
        subject=source, component=component, into=target.public_id, moved=moved
    )
    promises.reach(target, component, fact.at)
    if target.official_answer is not None:
        promises.keep(target)
    announce.gone(source)
    announce.changed(target)
    announce.counted(target)
    return target


def _both(idea: Idea, into: Idea) -> tuple[Idea, Idea]:
    """Both rows locked, always in the same order."""
    rows = {pk: locked(Idea(pk=pk)) for pk in sorted({idea.pk, into.pk})}
    return rows[idea.pk], rows[into.pk]


def _move_supports(component: Component, source: Idea, target: Idea) -> int:
    """Move the supports; those that may not count there are taken back. How many moved."""
    here = Support.objects.filter(idea=source)
    there = Support.objects.filter(idea=target).values("person")
    surplus = set(here.filter(person__in=there).values_list("person", flat=True))
    if target.author_id:
        surplus |= set(here.filter(person=target.author_id).values_list("person", flat=True))
    Right.objects.filter(
        component=component, act=SUPPORT_RIGHT, person__in=surplus, used__gt=0
    ).update(used=F("used") - 1)
    here.filter(person__in=surplus).delete()
    return here.update(idea=target)
