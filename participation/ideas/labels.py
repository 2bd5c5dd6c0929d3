"""Themes and areas, read once for many ideas; for showing, a moment old at most."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from participation.core import moments
from participation.core.models import Area, Theme

from .models import Idea


@dataclass(frozen=True)
class Labels:
    """All themes and all areas, each in their order."""

    themes: Sequence[Theme]
    areas: Sequence[Area]

    @classmethod
    def read(cls) -> "Labels":
        return cls(
            moments.rows("themes", lambda: list(Theme.objects.all())),
            moments.rows("areas", lambda: list(Area.objects.all())),
        )

    def put_on(self, ideas: Sequence[Idea]) -> None:
        """Give each idea its theme and area without joining them to every row.

        What was added a moment ago is left to be asked for.
        """
        known: dict[Any, Any] = {("theme", None): None, ("area", None): None}
        known |= {("theme", row.pk): row for row in self.themes}
        known |= {("area", row.pk): row for row in self.areas}
        for idea in ideas:
            for key in (("theme", idea.theme_id), ("area", idea.area_id)):
                if key in known:
                    setattr(idea, key[0], known[key])
