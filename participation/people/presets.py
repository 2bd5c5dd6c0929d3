"""The usual cases, so that editors need not put them together."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import EVERYBODY, Text

from .models import Level, Status

#: Neither of the usual cases: the fields say what is asked.
OWN = "own"
#: Nothing is said here: what the page above asks holds.
ABOVE = "above"


@dataclass(frozen=True)
class Preset:
    """A name for editors, and the conditions that it stands for."""

    key: str
    label: Text
    conditions: dict[str, Any] = field(default_factory=dict)


PRESETS = (
    Preset("everybody", _("Everybody who has an account")),
    Preset("residents", _("Residents"), {"statuses": [Status.RESIDENT.value]}),
    Preset("young", _("Young people aged 13–20"), {"age": {"from": 13, "to": 20}}),
    Preset(
        "checked",
        _("Residents aged 18 or over whose identity has been checked"),
        {
            "level": Level.VERIFIED.value,
            "statuses": [Status.RESIDENT.value],
            "age": {"from": 18},
        },
    ),
    Preset("code", _("Those to whom we give a code"), {"codes": True}),
)


def usual(*, below_one_that_asks: bool) -> tuple[Preset, ...]:
    """The usual cases; below a place that asks something, "everybody" has to be said."""
    if not below_one_that_asks:
        return PRESETS
    _everybody, *others = PRESETS
    above = Preset(ABOVE, _("As on the page above"))
    return (above, Preset("everybody", _("Everybody who has an account"), EVERYBODY), *others)


def of(conditions: Any, *, below_one_that_asks: bool = False) -> str:
    """The key of the preset that says the same, or OWN."""
    said = conditions or {}
    if said == EVERYBODY:
        return "everybody"
    cases = usual(below_one_that_asks=below_one_that_asks)
    return next((each.key for each in cases if each.conditions == said), OWN)
