"""Supporting an idea and taking the support back. Both may be repeated: the answer is the same.

The lock order of core/README.md: the component shared, the person's right row,
the support, the idea's counter last.
"""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.openness import require_open
from participation.core.rights import give_back, hold, take
from participation.core.rules import RuleBroken

from .. import announce, policies, signals
from ..models import SUPPORT, Idea, Support
from .sending import SUPPORT_RIGHT


def _supports(person: Person, idea: Idea) -> bool:
    return Support.objects.filter(idea=idea, person=person).exists()


@action("ideas.support")
def support_idea(*, actor: Actor, idea: Idea) -> bool:
    """Support an idea, at most `support_limit` on its board; returns whether it is new.

    Supporting twice is supporting once. RuleBroken("closed" | "limit" | "gone").
    """
    policies.may_support(actor, idea)
    person = actor.person
    assert person is not None
    component = require_open(idea.component, SUPPORT)
    limit = component.settings.get("support_limit")
    try:
        take(component=component, person=person, act=SUPPORT_RIGHT, limit=limit)
    except RuleBroken:
        if _supports(person, idea):
            return False
        raise
    # The right's row is locked now: of two requests at once the second sees the first's support.
    if _supports(person, idea):
        give_back(component=component, person=person, act=SUPPORT_RIGHT)
        return False
    fact = signals.idea_supported.tell(subject=idea, component=component)
    Support.objects.create(idea=idea, person=person, at=fact.at)
    if not Idea.objects.visible().filter(pk=idea.pk).update(support_count=F("support_count") + 1):
        raise RuleBroken("gone", _("This idea is no longer on the board."))
    announce.counted(idea)
    return True


@action("ideas.withdraw_support")
def withdraw_support(*, actor: Actor, idea: Idea) -> bool:
    """Take one's support back while supporting is open; returns whether there was one.

    Also from a hidden idea, whose supporters would otherwise have lost a right.
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
    Idea.objects.filter(pk=idea.pk, support_count__gt=0).update(
        support_count=F("support_count") - 1
    )
    announce.counted(idea)
    return True
