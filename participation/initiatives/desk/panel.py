"""On the staff desk: initiatives whose clock must be started, or runs."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from participation.core import clock, desk, due
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.when import day_text
from participation.core.working_days import calendar

from .. import conf
from ..models import Initiative, State
from .rights import initiatives_for, works_here


def _today() -> Any:
    return timezone.localdate(clock.glance())


def _delivered(actor: Actor) -> QuerySet[Initiative]:
    rows = initiatives_for(actor).visible().filter(state=State.DELIVERED)
    return rows.select_related("component__source_page")


def _to_record(actor: Actor) -> QuerySet[Initiative]:
    return _delivered(actor).filter(pending_on=None).order_by("delivered_at", "pk")


def _running(actor: Actor) -> QuerySet[Initiative]:
    """Those that must be taken up soon, or should have been."""
    ahead = _today() + timedelta(days=conf.get("INITIATIVE_REMIND_DAYS"))
    rows = _delivered(actor).filter(Q(due_on__lte=ahead), taken_up_on=None)
    return rows.order_by("due_on", "pk")


def _address(initiative: Initiative, place: str) -> str:
    address = reverse("raati_initiatives_desk:initiative", args=[initiative.public_id])
    return f"{address}#{place}-section"


def _record_items(actor: Actor, rows: list[Initiative]) -> list[Item]:
    return [
        Item(
            title=row.title,
            href=_address(row, "pending"),
            notes=(_("delivered %(day)s") % {"day": day_text(row.delivered_at)}, _names(row)),
            language=row.language,
        )
        for row in rows
        if row.delivered_at
    ]


def _names(row: Initiative) -> str:
    n = row.resident_count
    return ngettext("%(n)d resident's name", "%(n)d residents' names", n) % {"n": n}


def _running_items(actor: Actor, rows: list[Initiative]) -> list[Item]:
    told = due.known(Initiative._meta.label, [row.pk for row in rows])
    return [
        _running_item(row, row.due_on, told.get((str(row.pk), row.due_on), set()))
        for row in rows
        if row.due_on
    ]


def _running_item(row: Initiative, due_on: date, steps: set[str]) -> Item:
    by = _("to be taken up by %(day)s") % {"day": day_text(due_on)}
    days = calendar().between(due_on, _today())
    late = ngettext("%(n)d working day late", "%(n)d working days late", days) % {"n": days}
    told = ""
    if late_steps := {due.Step.DEPUTY, due.Step.HEAD} & steps:
        told = (
            _("communications and administrators have been told")
            if due.Step.HEAD in late_steps
            else _("communications have been told")
        )
    return Item(
        title=row.title,
        href=_address(row, "record"),
        notes=(by, _names(row), told),
        late=late if due_on < _today() else "",
        language=row.language,
    )


def _list(name: str) -> Any:
    return lambda: f"{reverse('raati_initiatives_desk:index')}?waiting={name}"


def enter() -> None:
    desk.register_panel(
        Panel(
            name="initiatives-running",
            order=22,
            heading=gettext_lazy("Initiatives that must be taken up"),
            done=gettext_lazy("No initiative must be taken up soon."),
            icon="time",
            is_for=works_here,
            rows=_running,
            items=_running_items,
        )
    )
    desk.register_panel(
        Panel(
            name="initiatives-pending",
            order=38,
            heading=gettext_lazy("Initiatives to be recorded as pending"),
            done=gettext_lazy("Every delivered initiative is recorded."),
            icon="doc-full",
            is_for=works_here,
            rows=_to_record,
            items=_record_items,
            everything=_list("pending"),
        )
    )
