"""The map of a board, drawn by the server: outlines of areas, their counts, dots for ideas.

Nothing on it is only there: the lists beside it lead to the same places.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from math import cos, hypot, radians
from typing import Any

from django.db.models import Count

from participation.core.models import Area, Component

from . import conf, tiles
from .addresses import Addresses
from .listing import LIST, MAP, Choices, Wish
from .models import Idea
from .models.ideas import IdeaQuerySet
from .points import Box, rings

WIDTH = 1000.0
#: A drawing is neither a ribbon nor a tower.
LOWEST, HIGHEST = 0.55, 1.2
#: Ideas nearer to each other than this are one dot with a number.
CELL = 52.0
#: The newest ideas with a place; older ones are in the list.
MOST_DOTS = 500
#: In degrees: where looking closer tells nothing new.
CLOSEST = 0.002
MARGIN = 0.04
#: About how wide a letter of a name is drawn, and how high a line.
LETTER, LINE = 13, 34


@dataclass(frozen=True)
class Frame:
    """What part of the earth is drawn, and where a place of it comes to stand."""

    box: Box
    height: float

    @classmethod
    def around(cls, box: Box) -> "Frame":
        """A frame with true proportions that holds the box and some air."""
        squeeze = cos(radians((box.north + box.south) / 2)) or 1.0
        wide = max(box.east - box.west, CLOSEST) * squeeze
        high = max(box.north - box.south, CLOSEST)
        ratio = min(max(high / wide, LOWEST), HIGHEST)
        more_wide = max(high / ratio, wide) / squeeze / 2
        more_high = max(wide * ratio, high) / 2
        x, y = (box.east + box.west) / 2, (box.north + box.south) / 2
        filled = Box(x - more_wide, y - more_high, x + more_wide, y + more_high)
        return cls(filled.widened(MARGIN), WIDTH * ratio)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        box = self.box
        return (
            (longitude - box.west) / (box.east - box.west) * WIDTH,
            (box.north - latitude) / (box.north - box.south) * self.height,
        )


@dataclass(frozen=True)
class Shape:
    """An area as it is drawn; `x` and `y` are the place of its name."""

    area: Area
    path: str
    x: int
    y: int
    count: int = 0
    href: str = ""
    is_chosen: bool = False


@dataclass(frozen=True)
class Dot:
    """One idea, or several that lie close together."""

    x: int
    y: int
    count: int
    href: str
    title: str = ""


@dataclass(frozen=True)
class Drawing:
    """Everything that the template draws."""

    frame: Frame
    shapes: list[Shape]
    dots: list[Dot]
    is_capped: bool = False
    whole_href: str = ""

    @property
    def size(self) -> str:
        return f"0 0 {WIDTH:.0f} {self.frame.height:.0f}"

    @cached_property
    def tiles(self) -> list[tiles.Tile]:
        """The base map under it, where the operator has one."""
        return tiles.under(self.frame.box, self.frame.at)

    @property
    def credit(self) -> str:
        """Who drew the base map."""
        return conf.get("MAP_TILES_CREDIT") if self.tiles else ""

    @property
    def side(self) -> int:
        return int(WIDTH)

    @property
    def height(self) -> int:
        return int(self.frame.height)


def outlines(areas: dict[str, Area], box: Box | None = None) -> tuple[Frame, list[Shape]] | None:
    """The areas' outlines in one frame (`box`: a part of it); None where none is drawn."""
    found = {slug: list(rings(area.outline)) for slug, area in areas.items()}
    whole = Box.around(place for each in found.values() for ring in each for place in ring)
    if whole is None:
        return None
    frame = Frame.around(box or whole)
    drawn = {slug: [[frame.at(*p) for p in ring] for ring in each] for slug, each in found.items()}
    return frame, [_shape(areas[slug], each) for slug, each in drawn.items() if each]


def _shape(area: Area, drawn: list[list[tuple[float, float]]]) -> Shape:
    path = "".join(
        "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in _bare(ring)) + "Z" for ring in drawn
    )
    x, y = _middle(max(drawn, key=lambda ring: abs(_twice_its_size(ring))))
    return Shape(area, path, round(x), round(y))


def _bare(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without the last place, which GeoJSON repeats."""
    return ring[:-1] if ring[0] == ring[-1] else ring


def _twice_its_size(ring: list[tuple[float, float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))


def _middle(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """The ring's centre of gravity; of a line the mean of its places."""
    size = _twice_its_size(ring)
    if abs(size) < 1e-6:
        return sum(p[0] for p in ring) / len(ring), sum(p[1] for p in ring) / len(ring)
    sides = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise([*ring, ring[0]])]
    x = sum((a[0] + b[0]) * part for a, b, part in sides) / (3 * size)
    y = sum((a[1] + b[1]) * part for a, b, part in sides) / (3 * size)
    return x, y


def draw(
    everywhere: IdeaQuerySet, here: IdeaQuerySet, wish: Wish, choices: Choices, addresses: Addresses
) -> Drawing | None:
    """The board's map: two queries. None where no area has an outline.

    `everywhere` are the ideas that fit the wish apart from its area and box, for the
    areas' counts; `here` those that fit all of it.
    """
    found = outlines(choices.areas, Box.read(wish.box) if wish.box else None)
    if found is None:
        return None
    frame, shapes = found
    counts = dict(
        everywhere.order_by().values_list("area").annotate(n=Count("pk")).values_list("area", "n")
    )
    placed = here.exclude(latitude=None).only(
        "public_id", "title", "latitude", "longitude", "component"
    )
    ideas = list(placed.newest()[: MOST_DOTS + 1])
    dots = _dots(ideas[:MOST_DOTS], frame, wish, addresses)
    return Drawing(
        frame,
        [
            replace(
                each,
                y=_free_height(each, dots),
                count=counts.get(each.area.pk, 0),
                href=addresses.board + in_area(wish, each.area.slug).query(),
                is_chosen=each.area.slug == wish.area,
            )
            for each in shapes
        ],
        dots,
        is_capped=len(ideas) > MOST_DOTS,
        whole_href=addresses.board + replace(wish, box="", area="").query()
        if wish.box or wish.area
        else "",
    )


def _free_height(shape: Shape, dots: list[Dot]) -> int:
    """Where the area's name covers no dot, if there is such a place near its middle."""
    half = len(str(shape.area)) * LETTER / 2

    def is_free(y: int) -> bool:
        return not any(abs(d.x - shape.x) < half + 20 and abs(d.y - y + 10) < LINE for d in dots)

    nearby = (shape.y + step for step in (0, -30, 30, -60, 60, -90, 90))
    return next((y for y in nearby if is_free(y)), shape.y)


def in_area(wish: Wish, slug: str) -> Wish:
    """The list of one area's ideas."""
    return replace(wish, area=slug, box="", view=LIST)


def _dots(ideas: list[Idea], frame: Frame, wish: Wish, addresses: Addresses) -> list[Dot]:
    """Each idea joins the first dot that is near; looked for only in the cells around it."""
    cells: dict[tuple[int, int], list[tuple[float, float, list[Idea]]]] = defaultdict(list)
    for idea in ideas:
        x, y = frame.at(float(idea.longitude or 0), float(idea.latitude or 0))
        if not (0 <= x <= WIDTH and 0 <= y <= frame.height):
            continue
        column, row = int(x // CELL), int(y // CELL)
        around = [
            each
            for i in (column - 1, column, column + 1)
            for j in (row - 1, row, row + 1)
            for each in cells.get((i, j), ())
        ]
        near = next((each for each in around if hypot(x - each[0], y - each[1]) < CELL), None)
        if near:
            near[2].append(idea)
        else:
            cells[column, row].append((x, y, [idea]))
    found = [group for each in cells.values() for _x, _y, group in each]
    return [_dot(group, frame, wish, addresses) for group in found]


def _dot(ideas: list[Idea], frame: Frame, wish: Wish, addresses: Addresses) -> Dot:
    places = [(float(idea.longitude or 0), float(idea.latitude or 0)) for idea in ideas]
    middle = tuple(sum(each) / len(each) for each in zip(*places, strict=True))
    x, y = (round(number) for number in frame.at(*middle))
    if len(ideas) == 1:
        return Dot(x, y, 1, addresses.idea(ideas[0]), ideas[0].title)
    around = Box.around(places)
    assert around is not None
    is_close = max(around.east - around.west, around.north - around.south) < CLOSEST / 4
    box = around.grown(CLOSEST / 4)
    # Looking closer parts them, unless they lie in one spot: then the list does.
    closer = replace(wish, box=str(box), view=LIST if is_close else MAP)
    return Dot(x, y, len(ideas), addresses.board + closer.query())


def chooser(component: Component, choices: Choices) -> dict[str, Any] | None:
    """The map on which a place is chosen in a form; None where there is no map."""
    found = outlines(choices.areas) if component.settings.get("has_map", True) else None
    if found is None:
        return None
    frame, shapes = found
    return {"drawing": Drawing(frame, shapes, []), "box": frame.box}
