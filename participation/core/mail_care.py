"""What staff do about mails that did not arrive."""

from django.utils.translation import gettext_lazy as _

from . import audit, clock
from .actions import action
from .actors import Actor
from .models import Fate, OutgoingMail
from .outbox import JOB
from .policies import require
from .roles import Role, has_role, is_administrator
from .rules import RuleBroken
from .soon import soon


def may_look(actor: Actor) -> bool:
    """Whether somebody sees what was sent: no text, no address, but to whom and what about."""
    return is_administrator(actor) or has_role(actor, Role.COMMUNICATIONS)


@action("core.retry_mail")
def retry_mail(*, actor: Actor, mail: OutgoingMail) -> None:
    """Send a mail that was given up once more, as if it had never been tried."""
    require(may_look(actor), _("Your role does not include this."))
    mail = OutgoingMail.objects.select_for_update().get(pk=mail.pk)
    if mail.fate not in (Fate.FAILED, Fate.BOUNCED):
        raise RuleBroken("fate", _("Only a mail that did not arrive can be sent again."))
    if mail.person_id is None and not mail.address:
        raise RuleBroken("address", _("Its address is not known any more."))
    audit.record(actor, mail, "core.retry_mail", kind=mail.kind, before=mail.fate)
    mail.fate, mail.attempts, mail.done_at = Fate.WAITING, 0, None
    mail.not_before, mail.error, mail.digest = clock.now(), "", ""
    mail.save()
    soon(JOB)
