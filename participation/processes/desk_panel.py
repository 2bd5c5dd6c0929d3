"""On the staff desk: phases that begin or end within two weeks, and what they lack."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock, desk
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.roles import Role, is_administrator
from participation.core.when import moment_text

from .models import ProcessPage
from .turning import Turn, processes_for, turns


def _is_for(actor: Actor) -> bool:
    if is_administrator(actor) or any(g.role == Role.COMMUNICATIONS for g in actor.grants):
        return True
    mine = ProcessPage.objects.filter(owner__raati_person__in=actor.desks)
    return bool(actor.grants) and mine.exists()


def _rows(actor: Actor) -> list[Turn]:
    return turns(processes_for(actor), clock.glance())


def _items(actor: Actor, rows: list[Turn]) -> list[Item]:
    now = clock.glance()
    return [_item(turn, now) for turn in rows]


def _item(turn: Turn, now: datetime) -> Item:
    missing = turn.missing(now)
    is_over = turn.phase.closes is not None and turn.phase.closes <= now
    return Item(
        title=f"{turn.page.title}: {turn.title}",
        href=turn.edit_address,
        notes=("" if is_over else _when(turn, now), *(missing[1:] if is_over else missing)),
        late=f"{_when(turn, now)} – {missing[0]}" if is_over and missing else "",
        language=turn.page.locale.language_code,
    )


def _when(turn: Turn, now: datetime) -> str:
    opens, closes = turn.phase.opens, turn.phase.closes
    if opens and opens > now:
        return _("begins %(moment)s") % {"moment": moment_text(opens)}
    moment = {"moment": moment_text(closes) if closes else ""}
    return (_("ended %(moment)s") if closes and closes <= now else _("ends %(moment)s")) % moment


def enter() -> None:
    desk.register_panel(
        Panel(
            name="phases",
            order=80,
            heading=gettext_lazy("Phases that begin or end soon"),
            done=gettext_lazy("No phase begins or ends within two weeks."),
            icon="date",
            is_for=_is_for,
            rows=_rows,
            items=_items,
        )
    )
