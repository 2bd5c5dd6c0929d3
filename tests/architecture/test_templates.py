"""Templates compile, and hold nothing that the Content-Security-Policy would block."""

import re

import pytest
from django.template import engines
from django.template.exceptions import TemplateSyntaxError

from . import house

TEMPLATES = [p for p in house.code(".html", ".txt", ".svg") if "templates" in p.parts]
PAGES = [p for p in TEMPLATES if p.suffix == ".html" and "email" not in house.name(p)]

INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*type=[\"']application/(?:ld\+)?json)|<style\b|\sstyle\s*=\s*[\"']"
    r"|\son[a-z]+\s*=\s*[\"']|href\s*=\s*[\"']javascript:|\bhx-on[:a-z-]*\s*=|\bhx-vals\s*=\s*[\"']js:",
    re.IGNORECASE,
)
LOADED = re.compile(
    r"<(?:script|img|iframe|source|audio|video|embed|object|link)\b[^>]*\b(?:src|href|data|srcset)"
    r"\s*=\s*[\"'](?:https?:)?//",
    re.IGNORECASE,
)
#: Markup that a package of the stack draws and that no data of people can reach.
DRAWN = {"site/accounts/templates/mfa/totp/activate_form.html": "allauth's own QR code"}
UNESCAPED = re.compile(r"\|\s*safe\b|\{%\s*autoescape\s+off")


def found(pattern: re.Pattern, paths) -> list[str]:
    return [
        f"{house.name(path)}:{text[: match.start()].count(chr(10)) + 1}: {match.group()[:60]}"
        for path in paths
        for text in [re.sub(r"\{#.*?#\}", "", path.read_text())]
        for match in pattern.finditer(text)
    ]


def test_there_are_templates_to_read():
    assert len(PAGES) > 20


@pytest.mark.parametrize("path", TEMPLATES, ids=house.name)
def test_the_template_compiles(path):
    try:
        engines["django"].engine.from_string(path.read_text())
    except TemplateSyntaxError as error:
        pytest.fail(str(error))


def test_no_template_has_inline_script_or_style():
    assert not found(INLINE, PAGES)


def test_no_template_loads_from_another_host():
    assert not found(LOADED, PAGES)


def test_no_template_switches_escaping_off():
    assert not found(UNESCAPED, [path for path in PAGES if house.name(path) not in DRAWN])


def test_no_style_sheet_or_script_of_ours_loads_from_another_host():
    outside = re.compile(r"(?:@import|url\(|import\s|fetch\()\s*[\"'(]*\s*(?:https?:)?//")
    assert not found(outside, house.code(".css", ".js"))
