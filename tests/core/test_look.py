"""The look: tokens, the joined style sheet, elements, icons, scenes, vendored files."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.template import Context, Engine, Template
from django.template.loader import render_to_string

from participation.core import style_guide
from participation.core.management.commands import raati_css
from participation.core.templatetags import raati_elements

ROOT = Path(__file__).resolve().parents[2]
STATIC = raati_css.STATIC
TEMPLATES = style_guide.TEMPLATES
VENDOR = raati_elements.VENDOR
TOKENS = (raati_css.SOURCES / "tokens.css").read_text()
DECLARATION = re.compile(r"--([\w-]+):\s*([^;]+);")
TEXT_ON = [
    *((text, back) for text in ("ink", "muted") for back in ("paper", "surface", "sunken")),
    *(
        (text, back)
        for text in ("pine", "copper", "lake", "danger")
        for back in ("paper", "sunken")
    ),
    *((f"on-{fill}", fill) for fill in ("pine", "copper", "danger", "sun", "band")),
    *((f"on-{fill}", f"{fill}-deep") for fill in ("pine", "copper")),
    *((tone, f"{tone}-soft") for tone in ("pine", "copper", "lake", "danger")),
    *(("ink", f"{tone}-soft") for tone in ("pine", "copper", "lake", "danger", "sun")),
    ("lake-deep", "paper"),
    ("band-link", "band"),
    ("paper", "ink"),
]
EDGES_ON = [
    *((edge, back) for edge in ("edge", "focus") for back in ("paper", "surface", "sunken")),
    *((edge, "paper") for edge in ("pine", "copper", "danger")),
    *((edge, f"{edge}-soft") for edge in ("lake", "pine", "danger")),
    ("copper", "sun-soft"),
    ("band-link", "band"),
]


def block_after(css: str, selector: str) -> dict[str, str]:
    """The custom properties of the first rule that starts with `selector`."""
    return dict(DECLARATION.findall(css.split(selector, 1)[1].split("}", 1)[0]))


SCHEMES = {
    "light": block_after(TOKENS, ':root, [data-scheme="light"] {'),
    "dark": block_after(TOKENS, ':root:not([data-scheme="light"]) {'),
}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("text", "back"), TEXT_ON)
def test_text_can_be_read(scheme, text, back):
    colours = SCHEMES[scheme]
    assert contrast(colours[text], colours[back]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("edge", "back"), EDGES_ON)
def test_an_edge_with_a_meaning_can_be_seen(scheme, edge, back):
    colours = SCHEMES[scheme]
    assert contrast(colours[edge], colours[back]) >= 3


@pytest.mark.parametrize("name", ["tokens.css", "components/scene.css"])
def test_dark_is_the_same_whether_asked_or_set(name):
    css = (raati_css.SOURCES / name).read_text()
    asked = block_after(css, ':root:not([data-scheme="light"]) {')
    assert asked == block_after(css, '  [data-scheme="dark"] {')
    assert asked.keys() == block_after(css, ':root, [data-scheme="light"] {').keys()


def test_the_joined_style_sheet_is_up_to_date():
    assert raati_css.BUNDLE.read_text() == raati_css.bundle()


def test_every_address_in_the_style_sheet_leads_to_a_file():
    addresses = re.findall(r'url\("([^"]+)"\)', raati_css.BUNDLE.read_text())
    assert addresses
    assert [name for name in addresses if not (STATIC / name).is_file()] == []


def test_every_token_that_is_used_is_declared():
    css = raati_css.BUNDLE.read_text()
    declared = {name for name, _ in DECLARATION.findall(css)}
    optional = {"column"}
    assert set(re.findall(r"var\(--([\w-]+)", css)) - declared - optional == set()


def test_a_font_is_fetched_only_for_the_characters_it_has():
    css = (raati_css.SOURCES / "fonts.css").read_text()
    stated = set(re.findall(r"unicode-range: ([^;]+);", css))
    files = VENDOR.glob("*/unicode-range.txt")
    assert stated == {line.split(": ")[1] for f in files for line in f.read_text().splitlines()}


def test_vendored_files_are_the_ones_that_were_vendored():
    listed = dict(
        reversed(line.split("  ")) for line in (VENDOR / "SHA256SUMS").read_text().splitlines()
    )
    files = [p for p in VENDOR.rglob("*") if p.is_file() and p.name != "SHA256SUMS"]
    assert {
        p.relative_to(VENDOR).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files
    } == listed


def test_every_vendored_package_carries_its_licence():
    assert [p.name for p in VENDOR.iterdir() if p.is_dir() and not (p / "LICENSE").is_file()] == []


def first_load() -> dict[str, bytes]:
    """What a browser fetches for the bare frame, by address."""
    html = render_to_string("raati_core/base.html")
    wanted = re.findall(r'<(?:link|script)[^>]+?(?:href|src)="/static/raati_core/([^"]+)"', html)
    entry = (STATIC / "js" / "raati.js").read_text()
    wanted += [f"js/{name}" for name in re.findall(r'^import "\./([^"]+)"', entry, re.M)]
    return {"": html.encode(), **{name: (STATIC / name).read_bytes() for name in wanted}}


def test_the_first_load_fits_its_budget():
    files = first_load()
    fonts = sum(len(content) for name, content in files.items() if name.endswith(".woff2"))
    others = [content for name, content in files.items() if not name.endswith(".woff2")]
    assert 0 < fonts <= 80_000
    assert sum(len(gzip.compress(content)) for content in others) <= 40_000
    # One more is the live updates' script, one what a signed-in person's page fetches.
    assert len(files) <= 9


@pytest.mark.parametrize("piece", style_guide.elements(), ids=lambda piece: piece.name)
def test_the_element_is_shown_in_the_style_guide(piece):
    assert piece.examples
    for _, given in piece.examples:
        assert set(given) <= set(piece.arguments)
        drawn = render_to_string(piece.template, raati_elements.split_attributes(given))
        assert "r-" in drawn


@pytest.mark.parametrize("piece", style_guide.elements(), ids=lambda piece: piece.name)
def test_the_element_takes_what_it_says(piece):
    source = (ROOT / TEMPLATES / "elements" / f"{piece.name}.html").read_text()
    body = source.split("#}", 1)[1]
    assert [name for name in piece.arguments if not re.search(rf"\b{name}\b", body)] == []


def test_every_class_of_an_element_is_in_the_style_sheet():
    css = raati_css.BUNDLE.read_text() + (raati_css.SOURCES / "style_guide.css").read_text()
    used = set()
    for path in TEMPLATES.rglob("*.html"):
        for value in re.findall(r'class="([^"]*)"', path.read_text()):
            text = re.sub(r"\{%.*?%\}", " ", value)
            used |= {name for name in text.split() if re.fullmatch(r"r-[a-z_-]*[a-z]", name)}
    assert {name for name in used if f".{name}" not in css} == set()


def test_an_element_sees_only_what_it_is_given():
    template = Template('{% load raati_elements %}{% element "chip" label="Alue" %}')
    assert "r-chip--danger" not in template.render(Context({"tone": "danger"}))


def test_what_stands_between_is_the_body():
    template = Template(
        '{% load raati_elements %}{% wrap "notice" kind="info" %}<p>{{ word }}</p>{% endwrap %}'
    )
    assert "<p>a &lt; b</p>" in template.render(Context({"word": "a < b"}))


def test_attributes_for_scripts_are_passed_on_escaped():
    template = Template('{% load raati_elements %}{% element "button" label="x" hx_get=to %}')
    assert 'hx-get="/a?b&amp;&quot;c"' in template.render(Context({"to": '/a?b&"c'}))


def test_an_icon_is_silent_beside_words_and_named_alone():
    assert 'aria-hidden="true"' in raati_elements.icon("heart")
    assert 'role="img" aria-label="Kannata &amp; jaa"' in raati_elements.icon("x", "Kannata & jaa")


def test_frequent_icons_are_drawn_once_for_a_page():
    assert 'href="#i-heart"' in raati_elements.icon("heart")
    assert 'id="i-heart"' in raati_elements.icon_sheet()
    assert "<path" in raati_elements.icon("heart", inline=True)


def test_templates_name_only_icons_that_exist():
    known = raati_elements.icon_shapes()
    named = re.compile(r'{% icon "([^"]+)"|\bicon(?:_after)?="([^"]+)"')
    unknown = [
        (path.relative_to(ROOT).as_posix(), "".join(found))
        for folder in ("participation", "site", "forums", "surveys", "youth_council")
        for path in (ROOT / folder).rglob("templates/**/*.html")
        for text in [path.read_text()]
        for found in named.findall(text)
        # The admin has icons, and a tag for them, of its own.
        if "".join(found) not in known and "wagtailadmin_tags" not in text
    ]
    assert unknown == []


@pytest.mark.parametrize("path", sorted((TEMPLATES / "scenes").glob("*.svg")), ids=lambda p: p.stem)
def test_a_scene_is_small_and_takes_its_colours_from_the_scheme(path):
    drawing = path.read_text()
    assert len(drawing) < 6_000
    assert 'aria-hidden="true"' in drawing
    assert not re.search(r'(fill|style)="|\bid=|#[0-9a-f]{3,6}', drawing.replace("0 0 ", ""))
    css = (raati_css.SOURCES / "components" / "scene.css").read_text()
    shapes = set(re.findall(r"\bs-\w+", drawing))
    assert [name for name in shapes if f".{name}" not in css and name != "s-line"] == []


def test_the_frame_stands_without_a_request():
    html = Engine.get_default().get_template("raati_core/base.html").render(Context())
    for needed in ('<html lang="', 'id="main"', 'id="raati-live"', "htmx-config", "r-skip"):
        assert needed in html


def test_the_frame_knows_nobody(rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    html = render_to_string("raati_core/base.html", {"messages": ["SECRET"]}, request)
    assert request.META.get("CSRF_COOKIE") is None
    for personal in ("csrf", "SECRET", admin_user.email, "nonce"):
        assert personal not in html


@pytest.mark.django_db
@pytest.mark.parametrize("demo", [True, False])
def test_the_style_guide_is_for_staff_and_demos(rf, settings, demo):
    settings.RAATI_DEMO = demo
    request = rf.get("/style/")
    request.user = AnonymousUser()
    if demo:
        assert style_guide.style_guide(request).status_code == 200
    else:
        with pytest.raises(Http404):
            style_guide.style_guide(request)


def test_staff_see_the_style_guide_of_a_real_site(rf, settings, admin_user):
    settings.RAATI_DEMO = settings.DEBUG = False
    request = rf.get("/style/", {"scheme": "dark"})
    request.user = admin_user
    assert b'data-scheme="dark"' in style_guide.style_guide(request).content
