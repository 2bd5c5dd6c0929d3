"""On the staff desk: who waits for a letter with a code. No name and no address stands there."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock, desk
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.when import day_text, days_between

from ..letters import WAITS
from ..models import Letter
from ..verifying import works_at_desk

#: Somebody who has waited for so many days has waited for long.
PATIENCE = 3
#: Codes that end within so many days.
ENDING = timedelta(days=5)


def _to_print(actor: Actor) -> QuerySet[Letter]:
    return Letter.objects.filter(done_at=None, printed_at=None).order_by("asked_at", "pk")


def _ending(actor: Actor) -> QuerySet[Letter]:
    now = clock.glance()
    rows = Letter.objects.filter(done_at=None, expires_at__gt=now, expires_at__lte=now + ENDING)
    return rows.order_by("expires_at", "pk")


def _address(letter: Letter) -> str:
    return reverse("raati_people_desk:letter", args=[letter.public_id])


def _to_print_items(actor: Actor, rows: list[Letter]) -> list[Item]:
    return [_waiting(letter) for letter in rows]


def _waiting(letter: Letter) -> Item:
    days = days_between(letter.asked_at, clock.glance())
    asked = _("asked %(day)s") % {"day": day_text(letter.asked_at)}
    gone = _("forgotten %(day)s") % {"day": day_text(letter.asked_at + WAITS)}
    return Item(
        title=_("A letter to %(town)s") % {"town": letter.town or "–"},
        href=_address(letter),
        notes=(asked, gone),
        late=_("has waited for %(days)d days") % {"days": days} if days > PATIENCE else "",
    )


def _ending_items(actor: Actor, rows: list[Letter]) -> list[Item]:
    return [
        Item(
            title=_("A letter to %(town)s") % {"town": letter.town or "–"},
            href=_address(letter),
            notes=(_ends(letter), _("print it again, or let it be")),
        )
        for letter in rows
    ]


def _ends(letter: Letter) -> str:
    assert letter.expires_at is not None
    return _("the code ends %(day)s") % {"day": day_text(letter.expires_at)}


def _letters() -> str:
    return reverse("raati_people_desk:letters")


def enter() -> None:
    for name, order, heading, done, rows, items in PANELS:
        desk.register_panel(
            Panel(
                name=name,
                order=order,
                heading=heading,
                done=done,
                icon="mail",
                is_for=works_at_desk,
                rows=rows,
                items=items,
                everything=_letters,
            )
        )


PANELS: tuple[tuple[str, int, Any, Any, Any, Any], ...] = (
    (
        "people-letters",
        90,
        gettext_lazy("People who wait for a letter with a code"),
        gettext_lazy("No letter waits to be printed."),
        _to_print,
        _to_print_items,
    ),
    (
        "people-ending",
        92,
        gettext_lazy("Codes that nobody has used and that end soon"),
        gettext_lazy("No code ends within five days."),
        _ending,
        _ending_items,
    ),
)
