"""From the claims of an identity service to what a proof attests. Pure; never an exception.

The settings say which claim means what (`RAATI_IDENTITY_PROVIDERS`, docs/accounts.md). What is
unknown, odd or of the wrong type attests nothing. A date of birth is reduced at once to whole
years on the day of the proof, and forgotten.
"""

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from participation.core.text import clean_text, has_content

from .birth import Born
from .models import Status, Verification
from .verifying_ages import ANY_AGE, around
from .verifying_facts import Facts

#: What the settings of one identity service may say, beside `identifier`.
KEYS = frozenset(
    {
        "identifier",
        "namespace",
        "birthdate",
        "municipality",
        "home_municipality_codes",
        "school",
        "role",
        "class_level",
    }
)
LONGEST_IDENTIFIER = 500
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})(?:-00-00)?", re.ASCII)


@dataclass(frozen=True)
class Read:
    """Who it is ("" when the service did not say), and what it attests."""

    identifier: str
    facts: Facts


def read(mapping: Mapping[str, Any], claims: object, on: date) -> Read:
    """What the claims say by this mapping, on the day `on`."""
    known = claims if isinstance(claims, Mapping) else {}
    return Read(
        identifier=_identifier(_claim(known, mapping.get("identifier"))),
        facts=Facts(
            status=_status(mapping, known),
            born=_born(_claim(known, mapping.get("birthdate")), on),
            school=_text(known, mapping.get("school"), "school"),
            school_role=_text(known, mapping.get("role"), "school_role"),
            class_level=_text(known, mapping.get("class_level"), "class_level"),
        ),
    )


def _claim(claims: Mapping[str, Any], name: object) -> object:
    """A claim by its name, or by the names on the way to it; the first of several values."""
    found: object = claims
    for step in [name] if isinstance(name, str) else name if isinstance(name, Sequence) else [""]:
        found = found.get(step) if isinstance(found, Mapping) and isinstance(step, str) else None
    if isinstance(found, list | tuple):
        found = found[0] if found else None
    return found


def _words(value: object, longest: int) -> str:
    """One line of readable text; "" for what is none, or too long to be what it should be."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    try:
        text = " ".join(clean_text(str(value)[: longest + 1]).split())
    except (ValidationError, ValueError):
        return ""
    return text if has_content(text) and len(text) <= longest else ""


def _identifier(value: object) -> str:
    return _words(value, LONGEST_IDENTIFIER)


def _text(claims: Mapping[str, Any], name: object, column: str) -> str:
    longest = Verification._meta.get_field(column).max_length
    return _words(_claim(claims, name), longest or 0)


def _status(mapping: Mapping[str, Any], claims: Mapping[str, Any]) -> str:
    """Resident of ours or nothing: a home elsewhere does not say what somebody is here."""
    code = _words(_claim(claims, mapping.get("municipality")), 40)
    ours = {str(each) for each in mapping.get("home_municipality_codes", ())}
    return Status.RESIDENT.value if code and code in ours else ""


def _born(value: object, on: date) -> Born:
    text = _words(value, len("2000-01-01"))
    if found := _YEAR.fullmatch(text):
        return _year(int(found[1]), on)
    if found := _DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
        if _is_day(year, month, day):
            return around(date(year, month, day), on) or ANY_AGE
    return ANY_AGE


def _is_day(year: int, month: int, day: int) -> bool:
    return year > 0 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _year(year: int, on: date) -> Born:
    """A service that tells the year alone."""
    if not 0 < year <= on.year or around(date(year, 1, 1), on) is None:
        return ANY_AGE
    return Born(date(year, 1, 1), min(date(year, 12, 31), on))
