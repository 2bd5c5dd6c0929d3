"""The made-up outlines of Kuparila's areas, as GeoJSON: a town by a lake, villages, an island.

Drawn on a sheet of 100 × 78 and laid somewhere on the globe. Neighbours share their
corners, and each side between two corners gets the same bends from both.
"""

import random
from typing import Any

from participation.ideas.points import Point, rings

Place = tuple[float, float]

WEST, SOUTH = 28.8, 62.35
#: Degrees for one step on the sheet; a degree east is shorter up here than one north.
EAST, NORTH = 0.0026, 0.0012
BENDS = 2
BEND = 0.14

CORNERS: dict[str, tuple[Place, ...]] = {
    "keskusta": ((40, 30), (49, 25), (60, 29), (62, 40), (56, 48), (45, 49), (37, 41)),
    "kaivosmaki": (
        *((20, 22), (33, 17), (40, 30), (37, 41), (45, 49)),
        *((38, 56), (24, 53), (18, 38)),
    ),
    "koululaakso": ((33, 17), (44, 7), (60, 8), (68, 18), (60, 29), (49, 25), (40, 30)),
    "rantakyla": (
        *((60, 29), (68, 18), (80, 20), (86, 33), (80, 46)),
        *((69, 53), (60, 53), (56, 48), (62, 40)),
    ),
    "lehtosalo": (
        *((2, 18), (10, 6), (26, 2), (44, 7), (33, 17), (20, 22)),
        *((18, 38), (24, 53), (14, 56), (5, 48), (1, 32)),
    ),
    "myllylampi": (
        *((44, 7), (52, 0), (74, 0), (92, 6), (99, 22)),
        *((96, 38), (86, 33), (80, 20), (68, 18), (60, 8)),
    ),
    "pohjasaari": ((46, 63), (55, 60), (67, 62), (74, 69), (66, 77), (54, 76), (44, 70)),
}


def outline(slug: str) -> dict[str, Any]:
    """The area's outline as a GeoJSON polygon."""
    corners = CORNERS[slug]
    ring = [
        place
        for start, end in zip(corners, (*corners[1:], corners[0]), strict=True)
        for place in _side(start, end, BENDS)
    ]
    placed = [[round(WEST + x * EAST, 5), round(SOUTH + y * NORTH, 5)] for x, y in ring]
    return {"type": "Polygon", "coordinates": [[*placed, placed[0]]]}


def _side(start: Place, end: Place, bends: int) -> list[Place]:
    """The way from one corner to the next, without the last place."""
    if not bends:
        return [start]
    first, second = sorted((start, end))
    dice = random.Random(f"mutka:{first}:{second}")
    bend = (dice.random() - 0.5) * 2 * BEND
    wide, high = second[0] - first[0], second[1] - first[1]
    middle = (
        (first[0] + second[0]) / 2 - high * bend,
        (first[1] + second[1]) / 2 + wide * bend,
    )
    return [*_side(start, middle, bends - 1), *_side(middle, end, bends - 1)]


def somewhere_in(slug: str, dice: random.Random) -> Point:
    """A place inside the area."""
    (ring,) = rings(outline(slug))
    longitudes, latitudes = [p[0] for p in ring], [p[1] for p in ring]
    while True:
        longitude = dice.uniform(min(longitudes), max(longitudes))
        latitude = dice.uniform(min(latitudes), max(latitudes))
        if _is_inside(longitude, latitude, ring):
            point = Point.read(f"{latitude:.6f},{longitude:.6f}")
            assert point is not None
            return point


def _is_inside(x: float, y: float, ring: list[Place]) -> bool:
    """Whether a ray from the place to the east crosses the ring an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossings += 1
    return crossings % 2 == 1
