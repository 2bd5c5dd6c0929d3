"""Template tags with which other pages show ideas."""

from typing import Any

from django import template
from django.template.context import Context

from participation.core.teasers import start_of

from .. import teasers

register = template.Library()
KINDS = {"latest": teasers.latest, "answered": teasers.answered, "top": teasers.top}


@register.simple_tag(takes_context=True)
def some_ideas(context: Context, kind: str, value: Any) -> list[dict[str, Any]]:
    """The ideas that a teaser block asks for: "latest", "answered" or "top"."""
    start = start_of(context.flatten(), value.get("page"))
    return KINDS[kind](start, value.get("number") or 3, context.get("request")) if start else []
