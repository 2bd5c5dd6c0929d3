"""Mails of this package: they call somebody, and say nothing of what was reported."""

from django.urls import reverse
from django.utils.translation import gettext as _

from participation.core import outbox
from participation.core.models import OutgoingMail

from .models import Case, Decision


def danger_mail(mail: OutgoingMail) -> outbox.Message | None:
    """To the readers of the danger queue; nothing once somebody has decided."""
    case = Case.objects.open().filter(public_id=mail.data.get("case")).first()
    if case is None:
        return None
    there = outbox.absolute(reverse("raati_moderation_desk:case", args=[case.public_id]))
    text = _(
        "Somebody has reported that a person may be in danger. Look at it as soon as you can:\n\n"
        "%(address)s\n\n"
        "If life is in danger, call 112 first."
    )
    return outbox.Message(_("Somebody may be in danger"), text % {"address": there})


def hidden_mail(mail: OutgoingMail) -> outbox.Message | None:
    """To the moderators of a place where children write; nothing once somebody has decided."""
    case = Case.objects.open().filter(public_id=mail.data.get("case")).first()
    if case is None:
        return None
    there = outbox.absolute(reverse("raati_moderation_desk:case", args=[case.public_id]))
    text = _(
        "Something was reported in a place where children and young people write. Nobody sees it"
        " until a moderator has looked. Its author waits, too:\n\n%(address)s"
    )
    return outbox.Message(_("A reported text waits for you"), text % {"address": there})


def decision_mail(mail: OutgoingMail) -> outbox.Message | None:
    """To the author: that something was decided, and where to read why. Never switched off."""
    decision = Decision.objects.filter(public_id=mail.data.get("decision")).first()
    if decision is None or mail.person is None:
        return None
    there = outbox.absolute(reverse("raati_moderation:decision", args=[decision.public_id]))
    text = _(
        "Moderators have decided something about a text of yours. Here you read what, and why. If"
        " you see it otherwise, you can ask once for a new decision there:\n\n%(address)s"
    )
    return outbox.Message(_("A decision about your text"), text % {"address": there})


def answer_mail(mail: OutgoingMail) -> outbox.Message | None:
    """To the author who asked for a new decision: it is there."""
    decision = Decision.objects.filter(public_id=mail.data.get("decision")).first()
    if decision is None or mail.person is None:
        return None
    there = outbox.absolute(reverse("raati_moderation:decision", args=[decision.public_id]))
    text = _("Somebody else has looked at it, as you asked. Here is the answer:\n\n%(address)s")
    return outbox.Message(_("The new decision about your text"), text % {"address": there})
