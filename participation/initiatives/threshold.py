"""How many residents must sign an initiative, by its page's settings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from participation.core.models import Component

from . import law
from .models import Initiative


@dataclass(frozen=True)
class Threshold:
    """The share, of how many residents, counted when; and how many signers that makes."""

    share: Decimal
    residents: int
    residents_on: date

    @property
    def needed(self) -> int:
        return law.needed(self.residents, self.share)


def threshold_of(component: Component) -> Threshold | None:
    """What the page's settings say now; None where no number of residents is set."""
    settings: dict[str, Any] = component.settings
    if not settings.get("residents") or not settings.get("residents_on"):
        return None
    return Threshold(
        Decimal(settings.get("share") or law.SHARE),
        settings["residents"],
        date.fromisoformat(settings["residents_on"]),
    )


def needed_for(initiative: Initiative) -> int | None:
    """The number that counts for this one: that of its day, once it was reached or delivered."""
    if initiative.reached is not None:
        return initiative.reached.needed
    if initiative.delivered_at is not None:
        return initiative.needed
    threshold = threshold_of(initiative.component)
    return threshold.needed if threshold else None


def due_on(component: Component, pending_on: date, *, reached: bool) -> date | None:
    """By when it is taken up: by law once the share was reached, else as the page promises."""
    own = component.settings.get("own_months")
    months = [own] if own else []
    if reached:
        months.append(component.settings.get("months") or law.MONTHS)
    return min((law.months_after(pending_on, each) for each in months), default=None)
