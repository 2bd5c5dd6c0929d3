"""Every element of the look with its arguments and states, for `/style/` and the tests.

A site includes `urlpatterns`; the page is for staff, and for everybody where DEBUG or
RAATI_DEMO says that the site is no real one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise

from .style_examples import EXAMPLES
from .templatetags.raati_elements import icon_shapes

TEMPLATES = Path(__file__).resolve().parent / "templates" / "raati_core"
ARGUMENTS = re.compile(r"\{# args: (.*?) #\}")
SCENES = ("lake", "square", "youth", "board", "letter", "winter")
SCHEMES = ("light", "dark")
COLOURS = (
    ("paper", "ink"),
    ("surface", "ink"),
    ("sunken", "ink"),
    ("paper", "muted"),
    ("pine", "on-pine"),
    ("copper", "on-copper"),
    ("sun", "on-sun"),
    ("danger", "on-danger"),
    ("band", "on-band"),
    ("paper", "lake"),
    ("pine-soft", "pine"),
    ("copper-soft", "copper"),
    ("lake-soft", "lake"),
    ("danger-soft", "danger"),
)


@dataclass(frozen=True)
class Element:
    """One template of `raati_core/elements/` with what it takes and how it looks."""

    name: str
    arguments: tuple[str, ...]
    examples: tuple[tuple[str | Promise, dict[str, Any]], ...]

    @property
    def template(self) -> str:
        return f"raati_core/elements/{self.name}.html"


def arguments_of(name: str) -> tuple[str, ...]:
    """The arguments that the template's first line names."""
    found = ARGUMENTS.search((TEMPLATES / "elements" / f"{name}.html").read_text())
    return tuple(found[1].split()) if found else ()


def element_names() -> list[str]:
    """All elements that can be used; parts of others name no arguments."""
    names = sorted(path.stem for path in (TEMPLATES / "elements").glob("*.html"))
    return [name for name in names if arguments_of(name)]


def elements() -> list[Element]:
    """Every element with its examples, in the order of their names."""
    return [
        Element(name, arguments_of(name), tuple(EXAMPLES.get(name, ()))) for name in element_names()
    ]


def may_look(request: HttpRequest) -> bool:
    """Staff always; everybody on a demo or a developer's machine."""
    if settings.DEBUG or getattr(settings, "RAATI_DEMO", False):
        return True
    return bool(getattr(getattr(request, "user", None), "is_staff", False))


def content(scheme: str) -> dict[str, Any]:
    """What the page shows; an unknown `scheme` leaves the choice to the device."""
    scheme = scheme if scheme in SCHEMES else ""
    return {
        "elements": elements(),
        "icons": sorted(icon_shapes()),
        "scenes": SCENES,
        "colours": COLOURS,
        "scheme": scheme,
        "tabs": [
            {"label": name, "href": f"?scheme={name}", "current": name == scheme}
            for name in SCHEMES
        ],
    }


def style_guide(request: HttpRequest) -> HttpResponse:
    """The look on one page; `?scheme=dark` shows it by night."""
    if not may_look(request):
        raise Http404
    given = content(request.GET.get("scheme", ""))
    answer = render(request, "raati_core/style_guide/page.html", given)
    answer["Cache-Control"] = "private, no-store"
    return answer


urlpatterns = [path("", style_guide, name="raati_style_guide")]
