"""What people, programs and old spreadsheets send, by the list in the house's papers.

TEXTS goes where one writes, IDS where a page offers a choice or hides a value, FILES where
one attaches something. Each holds what some product once fell over.
"""

import io
import struct
import zipfile
import zlib
from functools import cache

from PIL import Image

#: Stands in every string that tries to run: raw in an answer, it would have.
MARK = "raatimark"

RUNS = {
    "element": f"<svg/onload=alert('{MARK}')>",
    "attribute": f"\"><img src=x onerror=alert('{MARK}')>",
    "address": f"javascript:alert('{MARK}')",
    "split address": f"java\tscript:alert('{MARK}')",
    "data address": f"data:text/html,<script>alert('{MARK}')</script>",
    "template": "{{7*7}} {% debug %} ${7*7}",
    "end of script": f"</script><!--<script>alert('{MARK}')</script>",
    "end of area": f"</textarea></title><svg/onload=alert('{MARK}')>",
    "markdown": f"![k](//evil.example/{MARK}.png) [a](//evil.example) [b](javascript:alert(1))",
    "backwards": f"kuva\u202e<svg/onload=alert('{MARK}')>\u202cgpj.exe",
}
TEXTS = {
    **RUNS,
    "formula": '=HYPERLINK("http://evil.example")',
    "sum": "\t@SUM(A1:A9)",
    "NUL": "a\x00b",
    "lone surrogate": "a\ud800b",
    "joiners only": "\u200d\u200b\u200d",
    "zalgo": "Z" + "\u0301\u0300\u0302\u0303" * 25,
    "family": "👨‍👩‍👧‍👦" * 9,
    "decomposed": "A\u0308iti ja iso\u0308",
    "lookalikes": "ａｄｍｉｎ Kelvin mıke ß ﬁ",
    "lookalike address": "mıke@example.org",
    "megabyte": "x" * 1_000_000,
    "line feeds": "\n" * 100_000,
    "brackets": "[" * 50_000,
    "parentheses": "(" * 50_000,
    "tags": "<b>" * 20_000 + "</i>" * 20_000,
    "long word": "penkki" * 1_700,
    "old line ends": "  yksi\rkaksi\r\nkolme\n  ",
    "mail header": "Aihe\r\nBcc: x@example.org",
    "log line": "hei\x1b[31m\n2026-01-01 ERROR kaikki on rikki",
    "nested links": "[" * 200 + "a](b)" * 200,
    "unbreakable blank": "\u00a0",
    "other scripts": "Čáppa Привет مرحبا שלום",
    "quotes": "' OR 1=1-- % _ \\ \\'",
    "null": "null",
    "None": "None",
    "zero": "0",
    "true": "true",
    "nobody": "Poistettu käyttäjä",
    "nothing": "",
    "blank": "   ",
    "many digits": "9" * 5_000,
    "exponent": "1e400000",
    "infinite": "1e309",
    "NaN": "NaN",
    "underscore": "1_000",
    "wide digits": "１２",
    "money": "1 000,50 €",
    "negative": "-1",
    "a little": "0.005",
    "no leap day": "2027-02-29",
    "year one": "0001-01-01T00:00",
    "last year": "9999-12-31T24:00",
    "offset": "2026-12-24T12:00+14:00",
    "json": '{"a": NaN, "b": [[[]]]}',
    "deep json": "[" * 3_000 + "]" * 3_000,
}
IDS = {
    "zero": "0",
    "negative": "-1",
    "32 bits": str(2**31),
    "64 bits": str(2**63),
    "digits": "9" * 5_000,
    "decimal": "1.0",
    "two in one": "1;2",
    "uuid": "0F8FAD5B-D9CB-469F-A165-70867728950E",
    "text": "<svg/onload=alert(1)>",
    "NUL": "\x00",
    "surrogate": "\ud800",
    "column": "user__password__startswith",
    "huge": "1" + "0" * 100_000,
    "wide digit": "１",
    "nothing": "",
    "path": "../../etc/passwd",
    "list": "[1, 2]",
    "object": '{"$ne": 1}',
    "foreign": "//evil.example/",
    "percent": "%00%ff",
}
#: Nobody's forms have these: they are ignored.
FORGED = {
    "is_staff": "on",
    "is_superuser": "on",
    "is_active": "",
    "author": "1",
    "author_id": "1",
    "person": "1",
    "user": "1",
    "user_id": "1",
    "owner_id": "1",
    "status": "approved",
    "is_hidden": "",
    "is_held": "",
    "hidden_at": "",
    "support_count": "4321",
    "answered_by": "1",
    "created_at": "1999-01-01T00:00:00Z",
    "public_id": "22222222bbbb",
    "component": "1",
    "pk": "1",
    "id": "1",
    "role": "administrator",
    "is_verified": "on",
}


def _png(side: int) -> bytes:
    """A picture that claims to be `side` wide and high, and holds nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def _drawn(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, kind, **options)
    return out.getvalue()


def _zip_slip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../evil.txt", MARK)
    return out.getvalue()


SVG = (
    f"<?xml version='1.0'?><!DOCTYPE svg SYSTEM 'http://evil.example/x.dtd'>"
    f"<svg xmlns='http://www.w3.org/2000/svg' onload=\"alert('{MARK}')\">"
    f"<script>alert('{MARK}')</script><foreignObject><body/></foreignObject></svg>"
)


FILES = (
    *("photo", "script drawing", "drawing as photo", "page as photo", "gif and script"),
    *("two endings", "bomb", "nothing", "cut", "many frames", "no file", "zip slip"),
    *("paper with script", "way up", "device", "long name", "backwards name"),
    *("running name", "line in name", "decomposed name", "NUL in name"),
)


@cache
def files() -> dict[str, tuple[str, bytes, str]]:
    """Name, content, and the kind it claims to be."""
    photo = _drawn("JPEG")
    frames = [Image.new("RGB", (8, 8), (n, 0, 0)) for n in range(200)]
    animated = io.BytesIO()
    frames[0].save(animated, "PNG", save_all=True, append_images=frames[1:])
    return {
        "photo": ("penkki.jpg", photo, "image/jpeg"),
        "script drawing": ("kuva.svg", SVG.encode(), "image/svg+xml"),
        "drawing as photo": ("kuva.jpg", SVG.encode(), "image/jpeg"),
        "page as photo": ("kuva.jpg", b"<html><script>alert(1)</script>", "image/jpeg"),
        "gif and script": ("kuva.gif", b"GIF89a/*" + b"\0" * 40 + b"*/=1;alert(1)", "image/gif"),
        "two endings": ("kuva.php.jpg", photo, "application/x-php"),
        "bomb": ("iso.png", _png(50_000), "image/png"),
        "nothing": ("tyhja.png", b"", "image/png"),
        "cut": ("puolikas.jpg", photo[:200], "image/jpeg"),
        "many frames": ("liikkuva.png", animated.getvalue(), "image/png"),
        "no file": ("teksti.txt", "Ä".encode("utf-16"), "text/plain"),
        "zip slip": ("taulukko.xlsx", _zip_slip(), "application/vnd.ms-excel"),
        "paper with script": ("a.pdf", b"%PDF-1.4 /JS (app.alert(1))", "application/pdf"),
        "way up": ("../../x.jpg", photo, "image/jpeg"),
        "device": ("CON", photo, "image/jpeg"),
        "long name": ("k" * 300 + ".jpg", photo, "image/jpeg"),
        "backwards name": ("a\u202egpj.exe", photo, "image/jpeg"),
        "running name": (f'"><svg onload=alert("{MARK}")>.jpg', photo, "image/jpeg"),
        "line in name": ("a\nb.jpg", photo, "image/jpeg"),
        "decomposed name": ("a\u0308iti.jpg", photo, "image/jpeg"),
        "NUL in name": ("a\x00.jpg", photo, "image/jpeg"),
    }
