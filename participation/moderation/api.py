"""Open data on moderation: how much was reported and hidden, why, how fast. Nobody is named."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from participation.core import clock
from participation.core.open_data.answers import Format, Texts, page_of

from . import figures, telling

router = Router(tags=["Moderation"])
FEW = "null: too few to be told, or the figure beside such a one"


class YearOut(Schema):
    year: int
    reports: int | None = Field(description=FEW)
    hidden: int | None = Field(description=FEW)
    hidden_by: dict[str, int | None] = Field(description="by the value of the reason")
    redacted: int | None = Field(description=FEW)
    warned: int | None = Field(description=FEW)
    bans: int | None = Field(description=FEW)
    asked_again: int | None = Field(description=FEW)
    changed: int | None = Field(description=FEW)
    median_hours: float | None


class MonthOut(Schema):
    year: int
    month: int
    reports: int | None = Field(description=FEW)
    hidden: int | None = Field(description=FEW)


class PlaceOut(Schema):
    year: int
    place: str = Field(description="the id of a place; empty: all that are not public, together")
    title: Texts
    reports: int | None = Field(description=FEW)
    hidden: int | None = Field(description=FEW)
    redacted: int | None = Field(description=FEW)
    changed: int | None = Field(description=FEW)
    median_hours: float | None


class RemovalOut(Schema):
    on: date
    place: str
    title: Texts
    count: int
    reason: str


class Years(Schema):
    items: list[YearOut]
    next: str | None


class Months(Schema):
    items: list[MonthOut]
    next: str | None


class Places(Schema):
    items: list[PlaceOut]
    next: str | None


class Removals(Schema):
    items: list[RemovalOut]
    next: str | None


class OfYear(Format):
    year: int | None = Field(None, ge=2000, le=2100, description="This year, if none is given.")


def _years() -> range:
    now = clock.glance()
    return range(timezone.localtime(now).year, figures.first_year(now) - 1, -1)


def _asked(asked: OfYear) -> figures.Year:
    years = _years()
    year = asked.year or years[0]
    if year not in years:
        raise Http404
    return figures.of_year(year)


@router.get(
    "/moderation/", url_name="moderation-years", response=Years, summary="Moderation by year"
)
def years(request: HttpRequest, asked: Query[Format]) -> Any:
    rows = [figures.of_year(year) for year in _years()]
    shown = [
        YearOut(
            year=row.year,
            hidden_by=figures.veiled(row.hidden_by),
            median_hours=_rounded(row.median_hours),
            **telling.totals(row),
        )
        for row in rows
    ]
    return page_of(request, shown, asked)


@router.get(
    "/moderation/months/",
    url_name="moderation-months",
    response=Months,
    summary="Moderation by month",
)
def months(request: HttpRequest, asked: Query[OfYear]) -> Any:
    row = _asked(asked)
    return page_of(request, [MonthOut(year=row.year, **m) for m in telling.months(row)], asked)


@router.get(
    "/moderation/places/",
    url_name="moderation-places",
    response=Places,
    summary="Moderation by place",
)
def places(request: HttpRequest, asked: Query[OfYear]) -> Any:
    row = _asked(asked)
    shown = [
        PlaceOut(
            year=row.year,
            place=each.id,
            title=each.titles,
            median_hours=_rounded(each.median_hours),
            **each.figures,
        )
        for each in telling.places(row)
    ]
    return page_of(request, shown, asked)


@router.get(
    "/moderation/removals/",
    url_name="moderation-removals",
    response=Removals,
    summary="Removed supports and signatures",
)
def removals(request: HttpRequest, asked: Query[OfYear]) -> Any:
    shown = [
        RemovalOut(
            on=timezone.localdate(each.at),
            place=place,
            title=titles,
            count=each.count,
            reason=each.reason,
        )
        for each, place, titles in telling.removals(_asked(asked))
    ]
    return page_of(request, shown, asked)


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 1)
