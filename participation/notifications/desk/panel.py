"""On the staff desk: mails of the last two weeks that did not arrive."""

from datetime import timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock, desk
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.mail_care import may_look
from participation.core.models import Fate, OutgoingMail
from participation.core.when import moment_text

from .listing import outline

RECENT = timedelta(days=14)


def _rows(actor: Actor) -> QuerySet[OutgoingMail]:
    since = clock.glance() - RECENT
    rows = OutgoingMail.objects.filter(fate__in=(Fate.FAILED, Fate.BOUNCED), done_at__gte=since)
    return rows.select_related("person__user").order_by("-done_at", "-pk")


def _items(actor: Actor, rows: list[OutgoingMail]) -> list[Item]:
    return [
        Item(
            title=_("%(kind)s, to %(address)s") % {"kind": mail.kind, "address": outline(mail)},
            href=reverse("raati_mails_desk:mail", args=[mail.pk]),
            notes=(mail.get_fate_display(), moment_text(mail.done_at) if mail.done_at else ""),
        )
        for mail in rows
    ]


def enter() -> None:
    desk.register_panel(
        Panel(
            name="mails",
            order=110,
            heading=gettext_lazy("Mails that did not arrive"),
            done=gettext_lazy("Mails arrive."),
            icon="mail",
            is_for=may_look,
            rows=_rows,
            items=_items,
        )
    )
