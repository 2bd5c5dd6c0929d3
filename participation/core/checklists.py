"""What to think of before a round opens: points that packages add, computed from the page.

They never hinder a publication; before the first one they must be seen.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from .models import Component

Text = str | Promise


@dataclass(frozen=True)
class Point:
    """One thing to think of; `help` says why, or what to do."""

    text: Text
    done: bool
    help: Text = ""


Check = Callable[[Any], Iterable[Point]]
_checks: list[tuple[str, Check]] = []


def register_check(check: Check, *, kind: str = "") -> None:
    """Add points for pages of this kind (a model's label in lower case; "": all)."""
    _checks.append((kind, check))


def points(page: Any) -> list[Point]:
    """The checklist of a place of participation, as `page` stands before us."""
    label = type(page)._meta.label_lower
    return [point for kind, check in _checks if kind in ("", label) for point in check(page)]


def open_points(page: Any) -> list[Point]:
    return [point for point in points(page) if not point.done]


#: What a place lacks while it takes things in: the kind, the words, and whether it is lacking.
Lack = Callable[[Component], bool]
_lacks: list[tuple[str, Text, Lack]] = []


def register_lack(kind: str, text: Text, is_lacking: Lack) -> None:
    """Say what a place of this kind needs, told from its row alone: for many at once."""
    _lacks.append((kind, text, is_lacking))


def lacking_kinds() -> list[str]:
    return [kind for kind, _text, _lack in _lacks]


def lacks(component: Component) -> list[Text]:
    """What is lacking, in words; costs no query."""
    return [text for kind, text, lack in _lacks if kind == component.kind and lack(component)]


def check_dates(page: Any) -> Iterable[Point]:
    from .openness import lineage

    inside = bool(page.pk) and len(lineage(page.component)) > 1
    yield Point(
        _("It is said when it closes"),
        bool(page.closes_at) or inside,
        _("Without a closing time it stays open. Inside a process the phases say when."),
    )


def check_languages(page: Any) -> Iterable[Point]:
    """Every language of the site: a page of its own there, no stand-in."""
    translated = set()
    if page.pk:
        others = page.get_translations().filter(alias_of=None).select_related("locale")
        translated = {other.locale.language_code for other in others}
    own = page.locale.language_code if page.locale_id else settings.LANGUAGE_CODE
    for code, _name in getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", ()):
        if code != own:
            language = get_language_info(code)["name_translated"]
            yield Point(
                gettext("Translated: %(language)s") % {"language": language},
                code in translated,
                _("Choose “Translate this page” from the page's menu."),
            )


register_check(check_dates)
register_check(check_languages)
