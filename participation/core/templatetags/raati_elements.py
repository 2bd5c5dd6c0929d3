"""Tags that draw the shared look: icons, elements, scenes. See docs/design.md.

`{% icon "heart" %}` draws one icon, `{% element "button" label=… %}` one element,
`{% wrap "notice" kind="info" %}…{% endwrap %}` an element around own content,
`{% scene "lake" %}` a drawn picture.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.forms.utils import flatatt
from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

VENDOR = Path(__file__).resolve().parent.parent / "static" / "raati_core" / "vendor"
# These are drawn once at the top of a page and referred to by name: a list of
# twenty cards would otherwise repeat their shapes many times over.
FREQUENT = (
    "arrow-right",
    "calendar-days",
    "check",
    "chevron-right",
    "circle-check",
    "clock",
    "eye",
    "heart",
    "hourglass",
    "lightbulb",
    "mail",
    "map-pin",
    "message-circle",
    "party-popper",
    "tag",
)
ATTRIBUTE_PREFIXES = ("hx_", "data_", "aria_")


@cache
def icon_shapes() -> dict[str, str]:
    """The vendored icons: name → the shapes inside their <svg>."""
    (source,) = VENDOR.glob("lucide-*/icons.json")
    return json.loads(source.read_text())


@register.simple_tag
def icon(name: str, label: str = "", size: str = "", inline: bool = False) -> SafeString:
    """An icon beside words (decorative), or with `label` one that stands alone.

    An unknown name draws nothing: a page must not fail for want of a picture
    (a test finds such names in templates). `inline` is for places without the
    frame's icon sheet: mails, the admin.
    """
    return _icon(str(name), str(label), size, inline)


@cache
def _icon(name: str, label: str, size: str, inline: bool) -> SafeString:
    shapes = icon_shapes().get(name)
    if shapes is None:
        return mark_safe("")
    # A symbol brings its own viewBox.
    box = ' viewBox="0 0 24 24"'
    if name in FREQUENT and not inline:
        shapes, box = f'<use href="#i-{name}"/>', ""
    drawn = mark_safe(shapes)  # noqa: S308 - vendored, checked by checksum
    extra = f" r-icon--{size}" if size else ""
    if label:
        return format_html(
            '<svg class="r-icon{}"{} role="img" aria-label="{}">{}</svg>',
            extra,
            mark_safe(box),  # noqa: S308
            label,
            drawn,
        )
    return format_html(
        '<svg class="r-icon{}"{} aria-hidden="true">{}</svg>',
        extra,
        mark_safe(box),  # noqa: S308
        drawn,
    )


@register.simple_tag
@cache
def icon_sheet() -> SafeString:
    """The shapes of the frequent icons; once on each page, right after <body>."""
    symbols = "".join(
        f'<symbol id="i-{name}" viewBox="0 0 24 24">{icon_shapes()[name]}</symbol>'
        for name in FREQUENT
    )
    return mark_safe(f'<svg class="r-icon-sheet" aria-hidden="true">{symbols}</svg>')  # noqa: S308


@register.simple_tag(takes_context=True)
def specimen(context: Context, piece: Any, given: dict) -> SafeString:
    """An element with the arguments of one of its examples; for the style guide."""
    found = context.template.engine.get_template(piece.template)
    return found.render(context.new(split_attributes(given)))


@register.simple_tag(takes_context=True)
def scene(context: Context, name: str) -> SafeString:
    """A drawn picture from `raati_core/scenes/`; always decorative."""
    found = context.template.engine.get_template(f"raati_core/scenes/{name}.svg")
    return found.render(Context())


def split_attributes(given: dict) -> dict:
    """`hx_…`, `data_…` and `aria_…` arguments joined into one `attrs` text."""
    attributes = {
        key.replace("_", "-"): value
        for key, value in given.items()
        if key.startswith(ATTRIBUTE_PREFIXES) and value not in (None, "")
    }
    kept = {k: v for k, v in given.items() if not k.startswith(ATTRIBUTE_PREFIXES)}
    kept["attrs"] = flatatt(attributes)
    return kept


class ElementNode(Node):
    """Renders `raati_core/elements/<name>.html` with the given arguments only."""

    child_nodelists = ("nodelist",)

    def __init__(
        self, name: FilterExpression, arguments: dict[str, FilterExpression], nodelist: NodeList
    ) -> None:
        self.name = name
        self.arguments = arguments
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        given = {key: value.resolve(context) for key, value in self.arguments.items()}
        if self.nodelist:
            given["body"] = self.nodelist.render(context)
        name = self.name.resolve(context)
        found = context.template.engine.get_template(f"raati_core/elements/{name}.html")
        return conditional_escape(found.render(context.new(split_attributes(given))))


def _parse(parser: Parser, token: Token) -> tuple[FilterExpression, dict]:
    tag, *bits = token.split_contents()
    if not bits:
        raise template.TemplateSyntaxError(f'"{tag}" needs the name of an element')
    name = parser.compile_filter(bits.pop(0))
    arguments = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError(f'"{tag}" takes name=value arguments, not {bits!r}')
    return name, arguments


@register.tag
def element(parser: Parser, token: Token) -> ElementNode:
    """`{% element "button" label=… href=… %}`"""
    name, arguments = _parse(parser, token)
    return ElementNode(name, arguments, NodeList())


@register.tag
def wrap(parser: Parser, token: Token) -> ElementNode:
    """`{% wrap "notice" kind="info" %}…{% endwrap %}`: what stands between is `body`."""
    name, arguments = _parse(parser, token)
    nodelist = parser.parse(("endwrap",))
    parser.delete_first_token()
    return ElementNode(name, arguments, nodelist)
