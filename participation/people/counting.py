"""What counts once: one mailbox in one place; and where somebody's own word has let them in.

Showing only looks. The rows are written inside the action, where an act counts; the unique
constraint on the mailbox lets one of two accounts through, also when both come at once.
"""

from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.eligibility import Answer, Verdict, conditions_of
from participation.core.models import Component
from participation.core.statements import insert_once

from . import levels, mailboxes
from .criteria import criteria
from .models import Level, MailboxUse, ToldUse

REFUSAL = Answer(
    Verdict.NO,
    [
        _(
            "Somebody has taken part here with another account whose mail comes to the same"
            " mailbox as yours. Each mailbox can take part once."
        )
    ],
)


def is_taken(actor: Actor, component: Component) -> bool:
    """Whether another account with this one's mailbox has taken part here."""
    holder = _holder(actor, component)
    return holder is not None and (actor.person is None or holder != actor.person.pk)


def note(actor: Actor, component: Component) -> bool:
    """Write down that an act counts here now; False where the mailbox is another account's."""
    assert actor.person is not None
    digest = _digest(actor, component)
    if digest and _holder(actor, component) is None:
        insert_once(MailboxUse(component=component, digest=digest, person=actor.person))
    if is_taken(actor, component):
        return False
    if _rests_on_words(component):
        insert_once(ToldUse(component=component, person=actor.person))
    return True


def _digest(actor: Actor, component: Component) -> str:
    """The mailbox as it is kept; "" where the place does not ask for an address."""
    asked = conditions_of(component).get("level", Level.NONE)
    address = levels.address_of(actor.user)
    return mailboxes.digest(address) if asked >= Level.EMAIL and address else ""


def _holder(actor: Actor, component: Component) -> int | None:
    """The person who took part with this mailbox."""
    digest = _digest(actor, component)
    if not digest:
        return None
    rows = MailboxUse.objects.filter(component=component, digest=digest)
    return rows.values_list("person_id", flat=True).first()


def _rests_on_words(component: Component) -> bool:
    """Whether what people tell of themselves counts here."""
    conditions = conditions_of(component)
    if conditions.get("level") == Level.VERIFIED:
        return False
    return any(each.tells and each.name in conditions for each in criteria())
