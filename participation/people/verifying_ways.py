"""The ways of showing who one is that this site offers, beside the desk and the letter.

Identity services are not known here: the site enters them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True)
class Way:
    """One service: its name, and the address to which a POST with `fields` leads there."""

    name: str | Promise
    url: str
    fields: Mapping[str, str] = field(default_factory=dict)


#: Answers with the ways for this visitor; the second value is the own path to come back to.
Source = Callable[[HttpRequest, str], Sequence[Way]]
_sources: dict[str, Source] = {}


def register_ways(name: str, source: Source) -> None:
    """Enter the identity services of a site, from an app's ready()."""
    _sources[name] = source


def ways(request: HttpRequest, then: str) -> list[Way]:
    return [way for source in _sources.values() for way in source(request, then)]
