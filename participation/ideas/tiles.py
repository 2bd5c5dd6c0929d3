"""A base map under the outlines: pictures that this very site hands out.

Off unless the operator's proxy fetches and keeps tiles under an own path
(`RAATI_MAP_TILES`); a reader's browser never asks another host for them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import asinh, atan, ceil, degrees, floor, log2, pi, radians, sinh, tan
from typing import Any

from django.core.checks import Error, register

from . import conf
from .points import Box

#: About so many tiles side by side: sharp at the width of the drawing.
ACROSS = 4
COARSEST, FINEST = 3, 17
#: What a poster of a map could ask for at once.
MOST = 80
#: Beyond it web maps end.
HIGHEST_LATITUDE = 85.0


@dataclass(frozen=True)
class Tile:
    """One picture and the place in the drawing that it fills."""

    href: str
    x: float
    y: float
    width: float
    height: float


def under(box: Box, at: Callable[[float, float], tuple[float, float]]) -> list[Tile]:
    """The tiles that cover the box, each placed by `at(longitude, latitude)`; [] without any."""
    pattern = conf.get("MAP_TILES")
    if not pattern:
        return []
    zoom = _zoom(box)
    west, north = _column(box.west, zoom), _row(box.north, zoom)
    east, south = _column(box.east, zoom), _row(box.south, zoom)
    places = [
        (column, row)
        for row in range(floor(north), ceil(south))
        for column in range(floor(west), ceil(east))
    ]
    return [_tile(pattern, zoom, column, row, at) for column, row in places[:MOST]]


def _zoom(box: Box) -> int:
    wanted = log2(360 * ACROSS / max(box.east - box.west, 1e-6))
    return min(max(round(wanted), COARSEST), FINEST)


def _column(longitude: float, zoom: int) -> float:
    return (longitude + 180) / 360 * 2**zoom


def _row(latitude: float, zoom: int) -> float:
    """Web Mercator (EPSG:3857): rows are counted from the north."""
    shown = radians(min(max(latitude, -HIGHEST_LATITUDE), HIGHEST_LATITUDE))
    return (1 - asinh(tan(shown)) / pi) / 2 * 2**zoom


def _corner(column: int, row: int, zoom: int) -> tuple[float, float]:
    """The north-western corner of a tile: longitude and latitude in degrees."""
    longitude = column / 2**zoom * 360 - 180
    return longitude, degrees(atan(sinh(pi * (1 - 2 * row / 2**zoom))))


def _tile(
    pattern: str, zoom: int, column: int, row: int, at: Callable[[float, float], Any]
) -> Tile:
    left, top = at(*_corner(column, row, zoom))
    right, bottom = at(*_corner(column + 1, row + 1, zoom))
    href = pattern.format(z=zoom, x=column, y=row)
    return Tile(href, *(round(each, 1) for each in (left, top, right - left, bottom - top)))


@register
def check_tiles(**_given: Any) -> list[Error]:
    """Tiles come from this site, and whoever drew them is named."""
    pattern = conf.get("MAP_TILES")
    if not pattern:
        return []
    found = []
    is_own = pattern.startswith("/") and not pattern.startswith(("//", "/\\"))
    if not is_own or not all(part in pattern for part in ("{z}", "{x}", "{y}")):
        hint = "For example /tiles/{z}/{x}/{y}.png: see site/deploy/nginx.conf."
        found.append(
            Error("RAATI_MAP_TILES is no path of this site.", hint=hint, id="raati_ideas.E001")
        )
    if not conf.get("MAP_TILES_CREDIT"):
        hint = "Maps have authors who ask to be named beside the map."
        found.append(Error("RAATI_MAP_TILES_CREDIT is empty.", hint=hint, id="raati_ideas.E002"))
    return found
