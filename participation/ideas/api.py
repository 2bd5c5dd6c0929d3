"""Open data on idea boards, ideas and answering in time: what everybody may read, no names."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Prefetch, Sum
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field

from participation.core.below import resolver
from participation.core.models import Component
from participation.core.open_data.answers import Format, Paging, Texts, page_of, texts
from participation.core.pages import component_kind
from participation.core.public import public_components
from participation.core.public_addresses import pages_of, titles_and_addresses

from . import counts, stages
from .models import Answer, Idea, IdeaBoardPage
from .search import public_ideas
from .states import State
from .timeliness import timeliness

router = Router(tags=["Ideas"])
ID = r"^[A-Za-z0-9]{1,40}$"
SLUG = r"^[-A-Za-z0-9_]{1,50}$"


class BoardOut(Schema):
    id: str
    title: Texts
    url: Texts
    opens_at: datetime | None
    closes_at: datetime | None
    archived: bool
    supports_per_person: int | None
    ideas: int
    supports: int | None = Field(None, description="null while the board keeps its counts")


class Boards(Schema):
    items: list[BoardOut]
    next: str | None


class IdeaOut(Schema):
    id: str
    board: str
    url: Texts
    title: str
    text: str
    language: str
    theme: str | None
    area: str | None
    latitude: float | None
    longitude: float | None
    state: str
    state_name: Texts
    supports: int | None = Field(None, description="null while the board keeps its counts")
    sent_on: date
    due_on: date | None
    answered_on: date | None
    entered_by_staff: bool


class Ideas(Schema):
    items: list[IdeaOut]
    next: str | None


class StepOut(Schema):
    state: str
    on: date
    note: Texts
    passed_on_to: Texts
    role: Texts


class AnswerOut(Schema):
    outcome: str
    text: Texts
    role: Texts
    published_on: date
    earlier: list["AnswerOut"] = []


class EarlierOut(Schema):
    title: str
    text: str
    until: date


class OneIdea(IdeaOut):
    cost: float | None
    schedule: Texts
    steps: list[StepOut]
    answer: AnswerOut | None
    earlier_versions: list[EarlierOut]


class FigureOut(Schema):
    board: str
    title: Texts
    due: int
    in_time: int
    share_in_time: int | None = Field(None, description="per cent")
    answered: int
    median_days: int | None


class Figures(Schema):
    items: list[FigureOut]
    next: str | None


class Asked(Paging):
    board: str = Field("", pattern=rf"^$|{ID}", description="The id of a board.")
    theme: str = Field("", pattern=rf"^$|{SLUG}", description="The slug of a theme.")
    area: str = Field("", pattern=rf"^$|{SLUG}", description="The slug of an area.")
    state: State | None = Field(None, description="What the state of an idea means.")
    since: date | None = Field(None, description="Sent on this day or later.")


def _day(at: datetime) -> date:
    return timezone.localdate(at)


def _boards() -> list[Component]:
    kind = component_kind(IdeaBoardPage)
    rows = public_components().filter(kind=kind).select_related("source_page")
    return list(rows.order_by("-created_at", "pk"))


@router.get("/boards/", response=Boards, summary="Idea boards")
def boards(request: HttpRequest, asked: Query[Format]) -> Any:
    rows = _boards()
    pages = pages_of(row.key for row in rows)
    ideas = Idea.objects.visible().filter(component__in=rows).order_by()
    found: Iterable[Any] = ideas.values("component").annotate(
        n=Count("pk"),
        supports=Sum("support_count"),  # type: ignore[no-redef]
    )
    totals = {each["component"]: each for each in found}
    none = {"n": 0, "supports": 0}
    shown = [_board(row, pages.get(row.key, {}), totals.get(row.key, none)) for row in rows]
    return page_of(request, shown, asked)


def _board(row: Component, pages: dict[str, Any], total: dict[str, Any]) -> BoardOut:
    title, url = titles_and_addresses(pages)
    return BoardOut(
        id=row.public_id,
        title=title,
        url=url,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        archived=row.archived_at is not None,
        supports_per_person=row.settings.get("support_limit"),
        ideas=total["n"],
        supports=None if counts.are_hidden(row) else total["supports"],
    )


@router.get("/ideas/", response=Ideas, summary="Ideas, the newest first")
def ideas(request: HttpRequest, asked: Query[Asked]) -> Any:
    rows = public_ideas().select_related("theme", "area", "answer", "component").newest()
    if asked.board:
        rows = rows.filter(component__public_id=asked.board)
    if asked.theme:
        rows = rows.filter(theme__slug=asked.theme)
    if asked.area:
        rows = rows.filter(area__slug=asked.area)
    if asked.state:
        rows = rows.filter(state=asked.state)
    if asked.since:
        rows = rows.filter(created_at__date__gte=asked.since)
    if asked.after:
        place = Idea.objects.filter(public_id=asked.after).values_list("created_at", "pk").first()
        if place is None:
            raise Http404
        rows = rows.filter(created_at__lte=place[0]).exclude(created_at=place[0], pk__gte=place[1])
    found = counts.on_one_board(rows[: asked.limit + 1])
    shown = found[: asked.limit]
    last = shown[-1].public_id if len(found) > asked.limit else ""
    return page_of(request, _drawn(shown), asked, last)


def _drawn(rows: Sequence[Idea]) -> list[IdeaOut]:
    pages = pages_of({idea.component_id for idea in rows})
    bases = {key: titles_and_addresses(each)[1] for key, each in pages.items()}
    hidden = {idea.component_id: counts.are_hidden(idea.component) for idea in rows}
    return [
        IdeaOut(**_fields(idea, bases.get(idea.component_id, {}), hidden[idea.component_id]))
        for idea in rows
    ]


def _fields(idea: Idea, bases: dict[str, str], hidden: bool) -> dict[str, Any]:
    below = resolver(IdeaBoardPage.urlconf).reverse("idea", idea.path_name)
    answer = idea.official_answer
    return {
        "id": idea.public_id,
        "board": idea.component.public_id,
        "url": {code: base + below for code, base in bases.items()},
        "title": idea.title,
        "text": idea.text,
        "language": idea.language,
        "theme": idea.theme.slug if idea.theme else None,
        "area": idea.area.slug if idea.area else None,
        "latitude": idea.latitude,
        "longitude": idea.longitude,
        "state": idea.state,
        "state_name": _state_name(idea),
        "supports": None if hidden else idea.support_count,
        "sent_on": _day(idea.created_at),
        "due_on": idea.due_on,
        "answered_on": _day(answer.published_at) if answer else None,
        "entered_by_staff": bool(idea.channel),
    }


def _state_name(idea: Idea) -> Texts:
    return texts(stages.of(idea.component, idea.state, idea.stage).label)


@router.get("/ideas/{public_id}/", response=OneIdea, summary="One idea with its way and its answer")
def idea(request: HttpRequest, public_id: Path[str]) -> Any:
    answers = Prefetch("answer", Answer.objects.prefetch_related("revisions"))
    rows = public_ideas().select_related("theme", "area", "component")
    rows = rows.prefetch_related("steps", "revisions", answers)
    # A NUL in the address is no id: PostgreSQL would refuse to compare it.
    found = rows.filter(public_id=public_id).first() if public_id.isalnum() else None
    if found is None:
        raise Http404
    pages = pages_of([found.component_id]).get(found.component_id, {})
    base = _fields(found, titles_and_addresses(pages)[1], counts.are_hidden(found.component))
    return OneIdea(
        **base,
        cost=None if found.cost is None else float(found.cost),
        schedule=texts(found.schedule),
        steps=_steps(found),
        answer=_answer(found.official_answer),
        earlier_versions=[
            EarlierOut(title=each.title, text=each.text, until=_day(each.until))
            for each in found.revisions.all()
        ],
    )


def _steps(found: Idea) -> list[StepOut]:
    steps: Iterable[Any] = sorted(found.steps.all(), key=lambda step: (step.at, step.pk))
    return [
        StepOut(
            state=step.state,
            on=_day(step.at),
            note=texts(step.note),
            passed_on_to=texts(step.passed_on_to),
            role=texts(step.role),
        )
        for step in steps
    ]


def _answer(answer: Any) -> AnswerOut | None:
    if answer is None:
        return None
    earlier = [_told(each, each.at) for each in answer.revisions.all()]
    return _told(answer, answer.updated_at or answer.published_at, earlier)


def _told(answer: Any, at: datetime, earlier: Sequence[AnswerOut] = ()) -> AnswerOut:
    return AnswerOut(
        outcome=answer.outcome,
        text=texts(answer.text),
        role=texts(answer.role),
        published_on=_day(at),
        earlier=list(earlier),
    )


@router.get("/figures/", response=Figures, summary="Answered in time, by board")
def figures(request: HttpRequest, asked: Query[Format]) -> Any:
    rows = _boards()
    pages = pages_of(row.key for row in rows)
    return page_of(request, [_figure(row, pages.get(row.key, {})) for row in rows], asked)


def _figure(row: Component, pages: dict[str, Any]) -> FigureOut:
    kept = timeliness(row)
    return FigureOut(
        board=row.public_id,
        title=titles_and_addresses(pages)[0],
        due=kept.due,
        in_time=kept.in_time,
        share_in_time=kept.share,
        answered=kept.answered,
        median_days=kept.median_days,
    )
