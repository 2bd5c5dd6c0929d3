"""What an editor may ask of those who take part: one criterion for each kind of question."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from participation.core.eligibility import NextStep, Text, Verdict

from .knowing import Known


class Need(IntEnum):
    """What would bring an answer; of several, the first brings a person furthest."""

    EMAIL = 1
    TELL = 2
    VERIFY = 3
    CODE = 4
    OTHER = 5


@dataclass(frozen=True)
class Part:
    """One criterion's answer. `need` (or `step`, a criterion's own) belongs to UNKNOWN."""

    verdict: Verdict
    reason: Text = ""
    need: Need = Need.OTHER
    step: NextStep | None = None


YES = Part(Verdict.YES)


class Criterion(ABC):
    """One question. Its value is plain JSON under `name` in a place's conditions."""

    name: ClassVar[str]
    #: What of `Known` it looks at.
    reads: ClassVar[tuple[str, ...]] = ()
    #: What of a person's own words it looks at: fields of Profile.
    tells: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def fields(self) -> dict[str, forms.Field]:
        """Its fields in the editor's form."""

    def initial(self, value: Any) -> dict[str, Any]:
        """The fields' values for a value that is set already."""
        return {self.name: value}

    def value(self, cleaned: Mapping[str, Any]) -> Any:
        """The value that the fields say; None: it is not asked."""
        return cleaned.get(self.name) or None

    def check(self, value: Any) -> None:  # noqa: B027 - most can use whatever their fields say
        """ValidationError (by field, where it is one's fault) for a value it cannot use."""

    @abstractmethod
    def clause(self, value: Any) -> str:
        """The end of "You can take part if …"."""

    def brief(self, value: Any) -> str:
        """The same in one or two words, for a card; no query of its own for each card."""
        return _("on certain conditions")

    @abstractmethod
    def answer(self, value: Any, known: Known, on: date, *, only_proved: bool) -> Part:
        """Whether it is so, on that local day. `only_proved`: what was told does not count."""

    def no(self, value: Any) -> Part:
        words = _("You can take part only if %(condition)s. By what is known of you, it is not so.")
        return Part(Verdict.NO, words % {"condition": self.clause(value)})

    def unknown(self, value: Any, need: Need) -> Part:
        words = _("You can take part if %(condition)s. This is not known of you yet.")
        return Part(Verdict.UNKNOWN, words % {"condition": self.clause(value)}, need)


_criteria: dict[str, Criterion] = {}


def register_criterion(criterion: Criterion) -> None:
    """Let editors ask this, too; from an app's ready(), in the order of the editor's form."""
    _criteria[criterion.name] = criterion


def criteria() -> list[Criterion]:
    return list(_criteria.values())


def criterion(name: str) -> Criterion | None:
    return _criteria.get(name)
