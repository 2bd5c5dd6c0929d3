"""Joins the style sheets of `static/raati_core/css/` into the one that pages load."""

import re
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

STATIC = Path(__file__).resolve().parents[2] / "static" / "raati_core"
SOURCES = STATIC / "css"
BUNDLE = STATIC / "raati.css"
LAYERS = "@layer reset, tokens, base, layout, components, utilities;\n"
FIRST = ("reset", "tokens", "fonts", "base", "layout")
LAST = ("utilities", "print")
COMMENT = re.compile(r"/\*.*?\*/", re.S)


def sources() -> list[Path]:
    """The style sheets in the order in which they are joined."""
    components = sorted((SOURCES / "components").glob("*.css"))
    named = [SOURCES / f"{name}.css" for name in (*FIRST, *LAST)]
    return [*named[: len(FIRST)], *components, *named[len(FIRST) :]]


def squeezed(css: str) -> str:
    """Without comments, indents and blank lines: still readable, a fifth smaller."""
    lines = (line.strip() for line in COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line)


def bundle() -> str:
    """The joined sheet; addresses are rewritten, as it lies one folder higher."""
    parts = [squeezed(path.read_text()).replace('url("../', 'url("') for path in sources()]
    return LAYERS + "\n".join(parts) + "\n"


class Command(BaseCommand):
    help = "Write static/raati_core/raati.css from the style sheets in css/."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="fail when it is out of date")

    def handle(self, *args: object, **options: bool) -> None:
        if options["check"]:
            if BUNDLE.read_text() != bundle():
                raise CommandError("raati.css is out of date: run manage.py raati_css")
            return
        BUNDLE.write_text(bundle())
        self.stdout.write(f"{BUNDLE.name}: {BUNDLE.stat().st_size} bytes")
