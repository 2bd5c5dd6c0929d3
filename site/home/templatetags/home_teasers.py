"""Tags that fill in the teaser blocks of the site."""

from typing import Any

from django import template
from django.template.context import Context

from home.front import open_below
from participation.core.invitations import Invitation
from participation.core.teasers import start_of
from participation.core.visibility import private_pages

register = template.Library()


@register.simple_tag(takes_context=True)
def open_now(context: Context, value: Any) -> list[Invitation]:
    """What can be done now below the chosen page, or on the whole site."""
    start = start_of(context.flatten(), value.get("page"))
    if start is None:
        return []
    return open_below(start, private_pages(context.get("request")))[: value.get("number") or 3]
