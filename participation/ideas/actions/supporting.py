"""Supporting an idea and taking the support back. Both may be repeated: the answer is the same.

The lock order of core/README.md: the component shared, the person's right row,
the support, the idea's counter last.
"""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.eligibility import require as require_eligible
from participation.core.models import Component, Person
from participation.core.openness import require_open
from participation.core.rights import give_back, hold, take
from participation.core.rules import RuleBroken
from participation.core.statements import insert_once, update_returning

from .. import announce, policies, signals
from ..models import SUPPORT, Idea, Support
from ..models.ideas import IdeaQuerySet
from . import promises
from .sending import SUPPORT_RIGHT


def _supports(person: Person, idea: Idea) -> bool:
    return Support.objects.filter(idea=idea, person=person).exists()


@action("ideas.support")
def support_idea(*, actor: Actor, idea: Idea, source: str = "") -> bool:
    """Support an idea, at most `support_limit` on its board; returns whether it is new.

    Supporting twice is supporting once. The support that reaches the board's threshold
    makes its promise. `idea` then has its new count, its board as read under the lock and
    `supports_used`. `source` is a keyed hash of where it came from (guards.source_mark).
    RuleBroken("closed" | "limit" | "gone").
    """
    policies.may_support(actor, idea)
    person = actor.person
    assert person is not None
    component = require_open(idea.component, SUPPORT)
    require_eligible(actor, component)
    limit = component.settings.get("support_limit")
    try:
        used = take(component=component, person=person, act=SUPPORT_RIGHT, limit=limit)
    except RuleBroken:
        if _supports(person, idea):
            return False
        raise
    # The right's row is locked now: of two requests at once the second meets the first's row.
    now = clock.now()
    if not insert_once(Support(idea=idea, person=person, at=now, source=source)):
        give_back(component=component, person=person, act=SUPPORT_RIGHT)
        return False
    signals.idea_supported.tell(subject=idea, component=component, at=now)
    rows = Idea.objects.visible().filter(pk=idea.pk)
    if not _count(rows, idea, component, by=1):
        raise RuleBroken("gone", _("This idea is no longer on the board."))
    idea.supports_used = used
    promises.reach(idea, component, now)
    announce.counted(idea)
    return True


@action("ideas.withdraw_support")
def withdraw_support(*, actor: Actor, idea: Idea) -> bool:
    """Take one's support back while supporting is open; returns whether there was one.

    Also from a hidden idea, whose supporters would otherwise have lost a right. What the
    board promised when its threshold was reached stays promised.
    """
    policies.may_take_back_support(actor)
    person = actor.person
    assert person is not None
    component = require_open(idea.component, SUPPORT)
    hold(component=component, person=person, act=SUPPORT_RIGHT)
    removed, _by_model = Support.objects.filter(idea=idea, person=person).delete()
    if not removed:
        return False
    give_back(component=component, person=person, act=SUPPORT_RIGHT)
    signals.support_withdrawn.tell(subject=idea, component=component)
    _count(Idea.objects.filter(pk=idea.pk, support_count__gt=0), idea, component, by=-1)
    announce.counted(idea)
    return True


def _count(rows: IdeaQuerySet, idea: Idea, component: Component, by: int) -> bool:
    """Change the counter of the idea if it is among `rows`; the object then says the same."""
    found = update_returning(rows, "support_count", support_count=F("support_count") + by)
    idea.component = component
    for (count,) in found:
        idea.support_count = count
    return bool(found)
