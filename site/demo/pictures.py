"""The editors' pictures: flat scenes and faces in the colours of the site."""

import io
from collections.abc import Callable
from typing import Any

from django.core.files.images import ImageFile
from PIL import Image, ImageDraw
from wagtail.images import get_image_model

from . import drawings

#: Drawn three times as large and shrunk, for smooth edges.
FINE = 3
INK, PAPER, PINE, COPPER = "#17282b", "#fbf8f3", "#14524a", "#a8481f"
LAKE, SUN, SKY, SAND, LEAF = "#9cc9d9", "#f6c667", "#e3eeec", "#ecdcc0", "#8fb7a6"


class Canvas:
    """Pillow's pen in the measures of the finished picture."""

    def __init__(self, width: int, height: int, colour: str) -> None:
        self.size = (width, height)
        self.image = Image.new("RGB", (width * FINE, height * FINE), colour)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, width: float, height: float, colour: str, r: int = 0) -> None:
        corners = [x * FINE, y * FINE, (x + width) * FINE, (y + height) * FINE]
        self.pen.rounded_rectangle(corners, radius=r * FINE, fill=colour)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        self.oval(x, y, radius, radius, colour)

    def oval(self, x: float, y: float, across: float, up: float, colour: str) -> None:
        corners = [(x - across) * FINE, (y - up) * FINE, (x + across) * FINE, (y + up) * FINE]
        self.pen.ellipse(corners, fill=colour)

    def line(self, points: list[tuple[float, float]], colour: str, width: int = 6) -> None:
        scaled = [(x * FINE, y * FINE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=width * FINE, joint="curve")

    def shape(self, points: list[tuple[float, float]], colour: str) -> None:
        self.pen.polygon([(x * FINE, y * FINE) for x, y in points], fill=colour)

    def half(self, x: float, y: float, radius: float, colour: str, start: int, end: int) -> None:
        corners = [(x - radius) * FINE, (y - radius) * FINE]
        corners += [(x + radius) * FINE, (y + radius) * FINE]
        self.pen.pieslice(corners, start, end, fill=colour)

    def png(self) -> bytes:
        out = io.BytesIO()
        self.image.resize(self.size, Image.Resampling.LANCZOS).save(out, "PNG")
        return out.getvalue()


def _shore() -> Canvas:
    c = Canvas(1200, 675, SKY)
    c.dot(930, 170, 78, SUN)
    c.oval(250, 420, 420, 130, LEAF)
    c.oval(980, 430, 460, 110, "#b9d2c4")
    c.box(0, 400, 1200, 280, LAKE)
    for x, y, length in ((120, 440, 150), (520, 462, 90), (840, 438, 180), (330, 486, 120)):
        c.box(x, y, length, 6, "#d4e8ee", 3)
    c.oval(600, 740, 900, 210, SAND)
    for x, height in ((90, 330), (180, 250), (1090, 300)):
        _spruce(c, x, 600, height)
    for y in (400, 436, 472):
        c.box(430, y, 380, 26, COPPER, 8)
    c.box(415, 518, 410, 30, "#8a3a18", 8)
    for x in (450, 770):
        c.box(x, 540, 20, 90, INK, 4)
    for x in (415, 800):
        c.box(x, 452, 24, 74, INK, 8)
    return c


def _spruce(c: Canvas, x: float, foot: float, height: float) -> None:
    c.box(x - 9, foot - 30, 18, 40, "#6b4a32")
    for step in range(3):
        top = foot - height + step * height * 0.24
        wide = height * (0.17 + step * 0.06)
        c.shape([(x, top), (x - wide, top + height * 0.42), (x + wide, top + height * 0.42)], PINE)


def _drums() -> Canvas:
    c = Canvas(1200, 675, "#2f4a4d")
    for row in range(6):
        for column in range(9):
            left = column * 150 - (75 if row % 2 else 0)
            c.box(left + 4, row * 84 + 4, 142, 76, "#3b5a5d", 6)
    c.box(0, 500, 1200, 175, "#6b4a32")
    c.oval(600, 590, 420, 62, COPPER)
    for x, top in ((330, 240), (870, 220)):
        c.line([(x, top), (x, 590)], INK, 8)
        c.oval(x, top, 110, 16, SUN)
    c.dot(600, 440, 148, PAPER)
    c.dot(600, 440, 128, "#d9d3c6")
    c.dot(600, 440, 66, PINE)
    for x in (480, 720):
        c.box(x - 82, 262, 164, 96, COPPER, 16)
        c.oval(x, 262, 82, 24, PAPER)
    c.box(350, 410, 150, 70, LAKE, 12)
    c.oval(425, 412, 75, 22, PAPER)
    c.line([(520, 150), (640, 250)], SAND, 12)
    c.line([(690, 140), (570, 250)], SAND, 12)
    return c


def _table() -> Canvas:
    c = Canvas(1200, 675, SAND)
    c.oval(600, 350, 330, 200, "#8a5a33")
    c.oval(600, 340, 330, 200, "#b57a48")
    seats = (
        (600, 100, COPPER, INK),
        (860, 150, PINE, "#8a5a33"),
        (985, 345, "#175a86", "#d9d3c6"),
        (860, 545, SUN, INK),
        (600, 600, "#7a4ea3", "#c98a3c"),
        (340, 545, "#5f9e4a", "#4a2f1d"),
        (215, 345, "#d8506b", INK),
        (340, 150, LAKE, "#e8d9b0"),
    )
    for x, y, shirt, hair in seats:
        c.oval(x, y, 82, 58, shirt)
        c.dot(x, y, 42, hair)
    papers = ((500, 290), (660, 270), (560, 390), (720, 370), (430, 370))
    for number, (x, y) in enumerate(papers):
        c.box(x, y, 78, 56, (SUN, PAPER, LEAF, PAPER, LAKE)[number], 4)
    for x, y in ((630, 350), (520, 250), (770, 310)):
        c.dot(x, y, 19, PAPER)
        c.dot(x, y, 13, "#5a3a22")
    return c


def _face(shirt: str, hair: str, skin: str, *, bun: bool) -> Canvas:
    c = Canvas(400, 400, LEAF)
    c.oval(200, 430, 170, 130, shirt)
    if bun:
        c.dot(200, 62, 40, hair)
    c.oval(200, 175, 108, 118, hair)
    c.box(168, 240, 64, 80, skin, 28)
    c.oval(200, 200, 84, 98, skin)
    c.half(200, 168, 90, hair, 180, 360)
    for x in (168, 232):
        c.dot(x, 204, 8, INK)
    if not bun:
        for x in (168, 232):
            c.pen.ellipse(
                [(x - 26) * FINE, 178 * FINE, (x + 26) * FINE, 230 * FINE],
                outline=INK,
                width=4 * FINE,
            )
    c.pen.arc(
        [165 * FINE, 205 * FINE, 235 * FINE, 262 * FINE], 25, 155, fill=COPPER, width=5 * FINE
    )
    return c


DRAWN: dict[str, Callable[[], Canvas]] = {
    "penkki": _shore,
    "rummut": _drums,
    "tyopaja": _table,
    "koordinaattori": lambda: _face(COPPER, "#4a2f1d", "#f0cba8", bun=True),
    "osallisuus": lambda: _face("#175a86", "#2b2b33", "#c98f68", bun=False),
}


def described(name: str, alt: dict[str, str], language: str) -> dict[str, Any]:
    """What a page stores: the image of the library, made at its first use, and its description."""
    images = get_image_model().objects
    found = images.filter(title=alt["fi"]).first()
    if found is None:
        data = DRAWN[name]().png() if name in DRAWN else drawings.draw(name)
        file = ImageFile(io.BytesIO(data), name=f"{name}.png")
        found = images.create(title=alt["fi"], description=alt["fi"], file=file)
    return {"image": found.pk, "alt_text": alt[language], "decorative": False}


def contact(told: dict[str, Any], language: str) -> dict[str, Any]:
    """A contact person as a page stores it."""
    return {
        "role": told["role"][language],
        "name": "",
        "picture": described(told["picture"], told["alt"], language),
        "phone": told["phone"],
        "email": told["email"],
    }
