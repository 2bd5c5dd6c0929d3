"""Where things are: points and boxes on the map, WGS 84."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db.models import Q

#: About ten metres: enough for a bench, too coarse for a door.
DECIMALS = Decimal("0.0001")
#: How far outside the outlines a point may lie, in parts of their size.
MARGIN = 0.1
SEPARATOR = ","


@dataclass(frozen=True)
class Point:
    latitude: Decimal
    longitude: Decimal

    @classmethod
    def read(cls, text: str) -> "Point | None":
        """A point written "61.1234,29.1234", rounded; None for anything else."""
        numbers = _numbers(text, 2)
        if numbers is None:
            return None
        latitude, longitude = numbers
        if abs(latitude) > 90 or abs(longitude) > 180:
            return None
        return cls(latitude.quantize(DECIMALS), longitude.quantize(DECIMALS))

    def __str__(self) -> str:
        return f"{self.latitude}{SEPARATOR}{self.longitude}"


@dataclass(frozen=True)
class Box:
    """A part of the map between two meridians and two parallels."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def clean(cls, text: str) -> str:
        """The text if it is a box ("west,south,east,north"), else ""."""
        numbers = _numbers(text, 4)
        if numbers is None or numbers[0] >= numbers[2] or numbers[1] >= numbers[3]:
            return ""
        return SEPARATOR.join(str(number.quantize(DECIMALS)) for number in numbers)

    @classmethod
    def read(cls, text: str) -> "Box":
        return cls(*(float(part) for part in text.split(SEPARATOR)))

    @classmethod
    def around(cls, places: Iterable[tuple[float, float]]) -> "Box | None":
        """The smallest box around (longitude, latitude) pairs; None without any."""
        pairs = list(places)
        if not pairs:
            return None
        longitudes, latitudes = [p[0] for p in pairs], [p[1] for p in pairs]
        return cls(min(longitudes), min(latitudes), max(longitudes), max(latitudes))

    def widened(self, part: float) -> "Box":
        """The same with `part` of its size added on each side."""
        wide, high = (self.east - self.west) * part, (self.north - self.south) * part
        return Box(self.west - wide, self.south - high, self.east + wide, self.north + high)

    def grown(self, degrees: float) -> "Box":
        """The same with so many degrees more on each side."""
        return Box(
            self.west - degrees,
            self.south - degrees / 2,
            self.east + degrees,
            self.north + degrees / 2,
        )

    @property
    def condition(self) -> Q:
        """The ideas that lie in it."""
        return Q(latitude__range=(self.south, self.north), longitude__range=(self.west, self.east))

    def has(self, point: Point) -> bool:
        return (
            self.south <= point.latitude <= self.north and self.west <= point.longitude <= self.east
        )

    def __str__(self) -> str:
        numbers = (self.west, self.south, self.east, self.north)
        return SEPARATOR.join(f"{number:.4f}" for number in numbers)


def _numbers(text: str, how_many: int) -> list[Decimal] | None:
    """That many plain decimal numbers; None for anything else, however long or odd."""
    parts = text.split(SEPARATOR) if len(text) <= 80 else []
    if len(parts) != how_many or not all(_is_plain(part) for part in parts):
        return None
    try:
        return [Decimal(part) for part in parts]
    except InvalidOperation:
        return None


def _is_plain(part: str) -> bool:
    digits = part.removeprefix("-").replace(".", "", 1)
    return part.isascii() and digits.isdecimal() and len(part) <= 20 and abs(float(part)) <= 360


def rings(outline: Any) -> Iterator[list[tuple[float, float]]]:
    """The rings of a GeoJSON Polygon or MultiPolygon; none for what is neither."""
    if not isinstance(outline, dict):
        return
    if outline.get("type") == "Feature":
        yield from rings(outline.get("geometry"))
        return
    coordinates = outline.get("coordinates")
    polygons = coordinates if outline.get("type") == "MultiPolygon" else [coordinates]
    if outline.get("type") not in ("Polygon", "MultiPolygon") or not isinstance(polygons, list):
        return
    for polygon in polygons:
        for ring in polygon if isinstance(polygon, list) else []:
            places = [
                place for place in map(_place, ring if isinstance(ring, list) else []) if place
            ]
            if len(places) > 2:
                yield places


def _place(pair: Any) -> tuple[float, float] | None:
    """(longitude, latitude), or None for what is no pair of numbers on the globe."""
    if not isinstance(pair, list) or len(pair) < 2:
        return None
    longitude, latitude = pair[:2]
    if not all(
        isinstance(n, int | float) and not isinstance(n, bool) for n in (longitude, latitude)
    ):
        return None
    if not (abs(longitude) <= 180 and abs(latitude) <= 90):
        return None
    return float(longitude), float(latitude)
