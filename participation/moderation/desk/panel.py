"""On the staff desk: what waits for a moderator, each with the way to its case."""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from participation.core import desk
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.when import moment_text

from ..models import Appeal, Case, Lane, Report, Source
from ..policies import cases_for, reads_danger, works_here


def _open(lane: str, *sources: str) -> Callable[[Actor], QuerySet[Case]]:
    def rows(actor: Actor) -> QuerySet[Case]:
        found = cases_for(actor).filter(closed_at=None, lane=lane)
        if sources:
            found = found.filter(source__in=sources)
        related = found.select_related("component__source_page", "assigned_to")
        return related.order_by("opened_at", "pk")

    return rows


def _cases(actor: Actor, rows: list[Case]) -> list[Item]:
    numbers = Report.objects.filter(case__in=rows).values_list("case").annotate(n=Count("pk"))
    reports = dict(numbers.order_by())
    return [_item(case, reports.get(case.pk, 0)) for case in rows]


def _item(case: Case, reports: int) -> Item:
    told = ngettext("%(n)d report", "%(n)d reports", reports) % {"n": reports} if reports else ""
    urgent = _("Look at this first") if case.lane == Lane.DANGER else ""
    given = _("given to %(name)s") % {"name": case.assigned_to} if case.assigned_to else ""
    return Item(
        title=case.title or _("Case"),
        href=reverse("raati_moderation_desk:case", args=[case.public_id]),
        notes=(told, _since(case.opened_at), _place(case), given),
        late=urgent,
    )


def _since(at: Any) -> str:
    return _("since %(moment)s") % {"moment": moment_text(at)}


def _place(case: Case) -> str:
    return str(case.component.source_page or "")


def _asked_again(actor: Actor) -> QuerySet[Appeal]:
    """Not those that the actor decided the first time: somebody else has to look at them."""
    rows = Appeal.objects.filter(decided_at=None, decision__case__in=cases_for(actor))
    if actor.person is not None:
        rows = rows.exclude(decision__by=actor.person)
    return rows.select_related("decision__case__component__source_page").order_by("at", "pk")


def _appeals(actor: Actor, rows: list[Appeal]) -> list[Item]:
    return [
        Item(
            title=appeal.decision.case.title or _("Case"),
            href=reverse("raati_moderation_desk:case", args=[appeal.decision.case.public_id])
            + "#again-section",
            notes=(_since(appeal.at), _place(appeal.decision.case)),
        )
        for appeal in rows
    ]


def _queue(name: str) -> Callable[[], str]:
    return lambda: f"{reverse('raati_moderation_desk:queue')}?show={name}"


PANELS = (
    Panel(
        "moderation-danger",
        10,
        gettext_lazy("Somebody may be in danger"),
        gettext_lazy("Nobody has reported a danger."),
        "warning",
        reads_danger,
        _open(Lane.DANGER),
        _cases,
        _queue("danger"),
        gettext_lazy("If life is in danger, call 112 first."),
    ),
    Panel(
        "moderation-again",
        40,
        gettext_lazy("Authors who ask for a new decision"),
        gettext_lazy("Nobody asks for a new decision."),
        "redirect",
        works_here,
        _asked_again,
        _appeals,
        _queue("again"),
    ),
    Panel(
        "moderation-reported",
        42,
        gettext_lazy("Reports to look at"),
        gettext_lazy("Every report has been looked at."),
        "comment",
        works_here,
        _open(Lane.ORDINARY, Source.REPORT, Source.DESK),
        _cases,
        _queue("reported"),
    ),
    Panel(
        "moderation-held",
        44,
        gettext_lazy("Texts that wait for approval"),
        gettext_lazy("No text waits for approval."),
        "view",
        works_here,
        _open(Lane.ORDINARY, Source.HELD),
        _cases,
        _queue("held"),
    ),
    Panel(
        "moderation-flag",
        46,
        gettext_lazy("Unusual activity to look at"),
        gettext_lazy("Nothing unusual has been seen."),
        "glasses",
        works_here,
        _open(Lane.ORDINARY, Source.FLAG),
        _cases,
        _queue("flag"),
    ),
)


def enter() -> None:
    for panel in PANELS:
        desk.register_panel(panel)
