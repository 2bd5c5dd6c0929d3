"""Themes, areas and the outlines of areas."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from ..models import Area, Theme
from .answers import Format, Texts, page_of, texts

router = Router(tags=["Areas and themes"])


class ThemeOut(Schema):
    slug: str
    name: Texts


class AreaOut(Schema):
    slug: str
    name: Texts
    part_of: str | None
    residents: int | None
    counted_on: str | None


class Themes(Schema):
    items: list[ThemeOut]
    next: str | None


class Areas(Schema):
    items: list[AreaOut]
    next: str | None


@router.get("/themes/", response=Themes, summary="Themes of ideas")
def themes(request: HttpRequest, asked: Query[Format]) -> Any:
    rows = [ThemeOut(slug=row.slug, name=texts(row.name)) for row in Theme.objects.all()]
    return page_of(request, rows, asked)


@router.get("/areas/", response=Areas, summary="Areas of the municipality")
def areas(request: HttpRequest, asked: Query[Format]) -> Any:
    rows = Area.objects.select_related("parent").defer("outline", "parent__outline")
    return page_of(request, [_area(row) for row in rows], asked)


def _area(row: Area) -> AreaOut:
    return AreaOut(
        slug=row.slug,
        name=texts(row.name),
        part_of=row.parent.slug if row.parent else None,
        residents=row.population,
        counted_on=row.population_date.isoformat() if row.population_date else None,
    )


@router.get("/areas.geojson", response=dict[str, Any], summary="Outlines of the areas (GeoJSON)")
def outlines(request: HttpRequest) -> Any:
    rows = Area.objects.exclude(outline=None).select_related("parent")
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": row.outline, "properties": _area(row).model_dump()}
            for row in rows
        ],
    }
