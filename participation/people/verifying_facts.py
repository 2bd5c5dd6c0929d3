"""What a check of somebody's identity attests: plain values, the same for every way."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from participation.core.models import Area

from .birth import Born
from .models import Letter, Status, Verification
from .verifying_ages import ANY_AGE

#: The columns that a Verification and a Facts share.
_TEXTS = ("status", "school", "school_role", "class_level")


@dataclass(frozen=True)
class Facts:
    """Status, area, possible days of birth; school, role and class from a school's service."""

    status: str = ""
    area: Area | None = None
    born: Born = ANY_AGE
    school: str = ""
    school_role: str = ""
    class_level: str = ""

    def columns(self) -> dict[str, Any]:
        """The values for a Verification."""
        texts = {name: getattr(self, name) for name in _TEXTS}
        return {**texts, **self.common()}

    def common(self) -> dict[str, Any]:
        """The values that a Letter keeps, too."""
        return {
            "status": self.status,
            "area": self.area,
            "born_from": self.born.earliest,
            "born_to": self.born.latest,
        }

    def to_json(self) -> dict[str, Any]:
        """For a session, without the area: identity services know none of ours."""
        born = {name: day.isoformat() for name, day in asdict(self.born).items() if day}
        return {**{name: getattr(self, name) for name in _TEXTS}, "born": born}


def from_json(data: Mapping[str, Any]) -> Facts:
    """What `to_json` wrote."""
    born = {name: date.fromisoformat(day) for name, day in data["born"].items()}
    return Facts(**{name: data[name] for name in _TEXTS}, born=Born(**born))


def of(row: Verification | Letter) -> Facts:
    """What a stored proof or letter attests."""
    facts = Facts(status=row.status, area=row.area, born=Born(row.born_from, row.born_to))
    if isinstance(row, Letter):
        return facts
    return replace(facts, **{name: getattr(row, name) for name in _TEXTS})


def is_known_status(value: str) -> bool:
    return value in Status.values
