"""The made-up outlines of Kuparila's areas, as GeoJSON: a town by a lake, villages, an island.

Drawn on a sheet of 100 × 72 and laid somewhere on the globe. Neighbours share their
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
    "keskusta": ((42, 30), (50, 27), (57, 30), (58, 37), (54, 42), (46, 43), (41, 38)),
    "kaivosmaki": (
        *((28, 24), (36, 21), (42, 30), (41, 38), (46, 43)),
        *((40, 48), (30, 45), (26, 35)),
    ),
    "koululaakso": ((36, 21), (44, 14), (56, 15), (63, 22), (57, 30), (50, 27), (42, 30)),
    "rantakyla": (
        *((57, 30), (63, 22), (74, 24), (78, 33), (72, 41)),
        *((64, 46), (58, 45), (54, 42), (58, 37)),
    ),
    "lehtosalo": (
        *((4, 18), (14, 8), (28, 6), (44, 14), (36, 21), (28, 24)),
        *((26, 35), (30, 45), (22, 50), (10, 44), (5, 32)),
    ),
    "myllylampi": (
        *((44, 14), (50, 4), (70, 2), (90, 8), (97, 22)),
        *((92, 34), (78, 33), (74, 24), (63, 22), (56, 15)),
    ),
    "pohjasaari": ((48, 58), (56, 55), (66, 57), (72, 64), (64, 71), (53, 70), (46, 65)),
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
