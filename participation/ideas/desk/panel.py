"""On the staff desk: what waits in the ideas, each with the way straight to its form."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from participation.core import clock, desk, due
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.roles import is_administrator
from participation.core.when import day_text
from participation.core.working_days import calendar

from ..models import Idea
from ..policies import HANDLERS, given_to
from .rights import handled_by
from .waiting import WAITING


@dataclass(frozen=True)
class _Kind:
    """One of the lists `waiting=…`: where on an idea's page it is done, and what its rows say."""

    name: str
    order: int
    heading: Any
    done: Any
    icon: str
    place: str
    #: By what the rows come, after one's own.
    by: tuple[str, ...]
    says: Callable[[Idea], tuple[str, list[str]]]


def today() -> Any:
    return timezone.localdate(clock.glance())


def works_with_answers(actor: Actor) -> bool:
    """Whether answers are this actor's work: by their role, or because ideas were given to them."""
    if is_administrator(actor) or any(grant.role in HANDLERS for grant in actor.grants):
        return True
    return bool(actor.grants) and Idea.objects.filter(given_to(actor)).exists()


def rows_of(name: str, by: tuple[str, ...]) -> Callable[[Actor], QuerySet[Idea]]:
    def rows(actor: Actor) -> QuerySet[Idea]:
        """One's own first (and those of colleagues one stands in for), then by the day."""
        found = handled_by(actor).filter(WAITING[name].where(today()))
        own = Case(
            When(given_to(actor), then=Value(0)), default=Value(1), output_field=IntegerField()
        )
        related = ("component__source_page", "service_area", "owner", "answer_draft", "promise")
        return found.select_related(*related).order_by(own, *by, "pk")

    return rows


def late_text(idea: Idea) -> str:
    """By how many working days the answer is late."""
    assert idea.due_on is not None
    days = calendar().between(idea.due_on, today())
    if not days:
        return _("late since a day off")
    return ngettext("%(n)d working day late", "%(n)d working days late", days) % {"n": days}


def _due(idea: Idea) -> str:
    if idea.due_on is None:
        return _("no due date")
    if idea.due_on == today():
        return _("due today")
    return _("due %(day)s") % {"day": day_text(idea.due_on)}


def _owner(idea: Idea) -> str:
    return str(idea.owner) if idea.owner else _("nobody looks after it")


def _place(idea: Idea) -> str:
    return str(idea.component.source_page or "")


def _overdue(idea: Idea) -> tuple[str, list[str]]:
    return late_text(idea), [_due(idea), _owner(idea)]


def _soon(idea: Idea) -> tuple[str, list[str]]:
    return "", [_due(idea), _owner(idea), _place(idea)]


def _unowned(idea: Idea) -> tuple[str, list[str]]:
    late = late_text(idea) if idea.due_on and idea.due_on < today() else ""
    sent = _("sent %(day)s") % {"day": day_text(idea.created_at)}
    return late, [sent, _due(idea), str(idea.service_area or ""), _place(idea)]


def _promised(idea: Idea) -> tuple[str, list[str]]:
    day, is_late = idea.promise.due_on, idea.promise.due_on < today()
    text = _("promised by %(day)s") % {"day": day_text(day)}
    return (text if is_late else ""), ["" if is_late else text, _owner(idea), _place(idea)]


def _ready(idea: Idea) -> tuple[str, list[str]]:
    written = _("prepared %(day)s") % {"day": day_text(idea.answer_draft.updated_at)}
    return "", [written, _owner(idea), _due(idea)]


KINDS = (
    _Kind(
        "overdue",
        20,
        gettext_lazy("Answers that are overdue"),
        gettext_lazy("No answer is overdue."),
        "warning",
        "answer",
        ("due_on",),
        _overdue,
    ),
    _Kind(
        "due",
        30,
        gettext_lazy("Answers due this week"),
        gettext_lazy("No answer is due this week."),
        "calendar-check",
        "answer",
        ("due_on",),
        _soon,
    ),
    _Kind(
        "promised",
        32,
        gettext_lazy("Promises to take up an idea"),
        gettext_lazy("Every promise to take an idea up is kept."),
        "pick",
        "move",
        ("promise__due_on",),
        _promised,
    ),
    _Kind(
        "ready",
        34,
        gettext_lazy("Prepared answers to be published"),
        gettext_lazy("No prepared answer waits."),
        "doc-full",
        "answer",
        ("answer_draft__updated_at",),
        _ready,
    ),
    _Kind(
        "unowned",
        36,
        gettext_lazy("Ideas that nobody looks after"),
        gettext_lazy("Every idea has an owner."),
        "user",
        "assign",
        ("created_at",),
        _unowned,
    ),
)


def items_of(kind: _Kind) -> Callable[[Actor, list[Idea]], list[Item]]:
    def items(actor: Actor, rows: list[Idea]) -> list[Item]:
        late = [idea.pk for idea in rows if idea.due_on and idea.due_on < today()]
        told = due.known(Idea._meta.label, late) if late else {}
        return [_item(kind, idea, told) for idea in rows]

    return items


def _item(kind: _Kind, idea: Idea, told: Any) -> Item:
    late, notes = kind.says(idea)
    address = reverse("raati_ideas_desk:idea", args=[idea.public_id])
    steps = told.get((str(idea.pk), idea.due_on), ()) if late else ()
    return Item(
        title=idea.title,
        href=f"{address}#{kind.place}-section",
        notes=(*notes, escalated_text(steps)),
        late=late,
        language=idea.language,
    )


def escalated_text(steps: Any) -> str:
    """Who has been told that it is late, besides whoever it was given to."""
    if due.Step.HEAD in steps:
        return _("the service area's head and communications have been told")
    if due.Step.DEPUTY in steps:
        return _("the deputy has been told")
    return ""


def _list(name: str) -> Callable[[], str]:
    return lambda: f"{reverse('raati_ideas_desk:index')}?waiting={name}"


def enter() -> None:
    for kind in KINDS:
        desk.register_panel(
            Panel(
                name=f"ideas-{kind.name}",
                order=kind.order,
                heading=kind.heading,
                done=kind.done,
                icon=kind.icon,
                is_for=works_with_answers,
                rows=rows_of(kind.name, kind.by),
                items=items_of(kind),
                everything=_list(kind.name),
            )
        )
