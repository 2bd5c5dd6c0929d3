"""Template tags that make a piece of a page live: `{% load raati_live %}`."""

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from participation.core.models import Person

from .. import tokens

register = template.Library()


@register.simple_tag
def live_token(stream: str, person: Person | None = None) -> str:
    """A subscription token. Without a person it is good for public streams only, on any page."""
    return tokens.make(stream, person)


@register.simple_tag
def live_attributes(
    stream: str, version: int | None = None, person: Person | None = None
) -> SafeString:
    """The attributes of the element that holds a stream's elements.

    `version` comes from reading.version_of(), read before what the page shows;
    leave it out where there are only counts.
    """
    attributes = format_html(
        'data-live="{}" data-live-url="{}"',
        tokens.make(stream, person),
        reverse("raati_live:changes"),
    )
    if version is None:
        return attributes
    return format_html('{} data-live-version="{}"', attributes, version)


@register.simple_tag
def live_script() -> SafeString:
    """The script, once per page, in the head."""
    return format_html('<script type="module" src="{}"></script>', static("raati_live/js/live.js"))
