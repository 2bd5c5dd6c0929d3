"""Addresses from which mails come back: after two of them nothing more is sent there.

Only a keyed hash of the address is kept, on the mails that came back. Another address has
another hash; who says that theirs works again wipes it off.
"""

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from . import clock
from .actions import action
from .actors import Actor
from .facts import FactSignal
from .models import Fate, OutgoingMail
from .outbox import account_address
from .policies import require_member
from .rules import RuleBroken

#: So many mails may come back from an address.
MOST = 2

#: A mail came back; `is_distrusted` says whether it was one too many for its address.
mail_bounced = FactSignal("mail_bounced")


def digest_of(address: str) -> str:
    """The address in a form that can be compared but not read."""
    return salted_hmac("raati.mail", address.strip().casefold()).hexdigest()[:32]


def is_distrusted(address: str) -> bool:
    """Whether too many mails came back from there."""
    return OutgoingMail.objects.filter(digest=digest_of(address)).count() >= MOST


def note(mail: OutgoingMail, address: str, said: str) -> None:
    """The mail came back: done with, and held against the address."""
    with transaction.atomic():
        rows = OutgoingMail.objects.filter(pk=mail.pk).exclude(fate=Fate.BOUNCED)
        now = clock.now()
        digest = digest_of(address)
        if rows.update(fate=Fate.BOUNCED, done_at=now, error=said, address="", digest=digest):
            mail_bounced.tell(subject=mail, at=now, is_distrusted=is_distrusted(address))


@action("core.trust_address")
def trust_address(*, actor: Actor) -> None:
    """Write to the actor's own address again."""
    require_member(actor)
    address = account_address(actor.user)
    if not address:
        raise RuleBroken("address", _("Your account has no e-mail address."))
    OutgoingMail.objects.filter(digest=digest_of(address)).update(digest="")
