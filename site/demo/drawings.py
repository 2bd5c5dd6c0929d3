"""Pictures as children draw them: few shapes, strong colours, nothing quite straight."""

import io
import math
import random
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (960, 640)
PAPER = "#fdf9f0"
INK = "#2b2b33"
WIDE = 9

Pen = ImageDraw.ImageDraw


def draw(name: str) -> bytes:
    """The picture of that name as PNG; the same bytes every time."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    dice = random.Random(f"drawing:{name}")
    _grass(pen, dice)
    _sun(pen)
    DRAWN[name](pen, dice)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _grass(pen: Pen, dice: random.Random) -> None:
    for x in range(-10, SIZE[0], 13):
        top = 560 + dice.randint(-18, 14)
        pen.line([(x, 640), (x + dice.randint(-8, 14), top)], fill="#5f9e4a", width=WIDE)


def _sun(pen: Pen) -> None:
    for ray in range(12):
        angle = ray * math.tau / 12
        end = (850 + 105 * math.cos(angle), 110 + 105 * math.sin(angle))
        pen.line([(850, 110), end], fill="#f2b632", width=WIDE)
    pen.ellipse([795, 55, 905, 165], fill="#f6c667")


def _kiosk(pen: Pen, dice: random.Random) -> None:
    pen.polygon([(250, 280), (262, 585), (640, 580), (648, 286)], fill="#f4b6c8", outline=INK)
    pen.rectangle([315, 350, 585, 460], fill="#fff7e0", outline=INK, width=WIDE)
    for number in range(8):
        left = 232 + number * 54
        colour = "#d8506b" if number % 2 else "#ffffff"
        pen.polygon([(left, 235), (left + 54, 235), (left + 50, 300), (left + 4, 300)], fill=colour)
    pen.polygon([(400, 235), (490, 235), (446, 120)], fill="#d9a25f", outline=INK)
    for x, colour in ((392, "#7fb4e6"), (446, "#f7e3b0"), (500, "#e9799a")):
        pen.ellipse([x - 46, 60, x + 46, 150], fill=colour, outline=INK, width=4)
    _person(pen, (740, 470), "#3f7f6d")
    _person(pen, (150, 480), "#a8481f")


def _person(pen: Pen, neck: tuple[int, int], colour: str) -> None:
    x, y = neck
    pen.ellipse([x - 32, y - 64, x + 32, y], fill="#f3d3b4", outline=INK, width=4)
    pen.polygon([(x, y), (x - 46, y + 90), (x + 46, y + 90)], fill=colour)
    for side in (-1, 1):
        pen.line([(x + side * 18, y + 90), (x + side * 20, y + 130)], fill=INK, width=WIDE)
        pen.line([(x + side * 10, y + 26), (x + side * 62, y + 10)], fill=INK, width=WIDE)
        pen.ellipse([x + side * 12 - 4, y - 42, x + side * 12 + 4, y - 34], fill=INK)
    pen.arc([x - 16, y - 36, x + 16, y - 12], 20, 160, fill=INK, width=4)


def _detective(pen: Pen, dice: random.Random) -> None:
    for number in range(7):
        x, y = 90 + number * 62, 520 - number * 36 + (24 if number % 2 else 0)
        pen.ellipse([x, y, x + 34, y + 52], fill="#6b4a32")
        pen.ellipse([x + 4, y + 56, x + 30, y + 76], fill="#6b4a32")
    pen.line([(660, 420), (800, 580)], fill="#7a4b22", width=44)
    pen.ellipse([430, 150, 700, 420], fill="#cfe6f2", outline=INK, width=26)
    pen.ellipse([505, 245, 625, 325], fill="#ffffff", outline=INK, width=6)
    pen.ellipse([543, 262, 589, 308], fill="#175a86")
    pen.ellipse([557, 276, 575, 294], fill=INK)


def _pets(pen: Pen, dice: random.Random) -> None:
    pen.ellipse([110, 400, 310, 580], fill="#a87850", outline=INK, width=4)
    pen.ellipse([140, 290, 280, 430], fill="#a87850", outline=INK, width=4)
    for x in (160, 220):
        pen.ellipse([x, 170, x + 44, 320], fill="#a87850", outline=INK, width=4)
    pen.ellipse([390, 430, 610, 585], fill="#e8913a", outline=INK, width=4)
    pen.ellipse([420, 310, 580, 460], fill="#e8913a", outline=INK, width=4)
    pen.polygon([(430, 350), (440, 270), (490, 320)], fill="#e8913a", outline=INK)
    pen.polygon([(570, 350), (560, 270), (510, 320)], fill="#e8913a", outline=INK)
    pen.arc([585, 380, 690, 560], 180, 420, fill="#e8913a", width=22)
    pen.pieslice([690, 430, 880, 690], 180, 360, fill="#5f9e4a", outline=INK, width=4)
    pen.ellipse([865, 500, 935, 560], fill="#8bbf6a", outline=INK, width=4)
    for x, y in ((185, 345), (235, 345), (470, 370), (530, 370), (905, 520)):
        pen.ellipse([x - 7, y - 7, x + 7, y + 7], fill=INK)
    for x, y in ((210, 375), (500, 405)):
        pen.arc([x - 22, y - 14, x + 22, y + 18], 20, 160, fill=INK, width=5)


def _rainbow(pen: Pen, dice: random.Random) -> None:
    colours = ("#d8402f", "#ef8a2b", "#f6c945", "#5aa64c", "#3b7fc4", "#7a4ea3")
    for number, colour in enumerate(colours):
        inset = number * 30
        box = [60 + inset, 130 + inset, 780 - inset, 1010 - inset]
        pen.arc(box, 180, 360, fill=colour, width=31)
    pen.rectangle([345, 430, 495, 590], fill="#c95a3c", outline=INK, width=5)
    pen.polygon([(320, 435), (420, 345), (520, 435)], fill="#6b4a32", outline=INK)
    pen.rectangle([400, 510, 445, 590], fill="#fff7e0", outline=INK, width=4)
    _person(pen, (640, 470), "#7a4ea3")


def _bench(pen: Pen, dice: random.Random) -> None:
    for y in (330, 375, 430):
        pen.rectangle([230, y, 730, y + 26], fill="#a8713f", outline=INK, width=3)
    for x in (270, 670):
        pen.rectangle([x, 330, x + 20, 580], fill="#6b4a2b", outline=INK, width=3)
    _person(pen, (400, 300), "#175a86")
    _person(pen, (560, 305), "#a8481f")


def _bin(pen: Pen, dice: random.Random) -> None:
    for x in range(120, 480, 60):
        pen.rectangle([x, 330, x + 22, 585], fill="#a8713f", outline=INK, width=3)
    pen.rectangle([110, 380, 480, 402], fill="#6b4a2b", outline=INK, width=3)
    pen.polygon([(560, 360), (720, 360), (700, 590), (580, 590)], fill="#14524a", outline=INK)
    pen.ellipse([545, 330, 735, 385], fill="#1d6d62", outline=INK, width=4)


DRAWN: dict[str, Callable[[Pen, random.Random], None]] = {
    "kiosk": _kiosk,
    "detective": _detective,
    "pets": _pets,
    "rainbow": _rainbow,
    "bench": _bench,
    "bin": _bin,
}
