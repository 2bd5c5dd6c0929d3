"""What the Municipal Act (410/2015) says in numbers, as plain calculations.

Section 23: an initiative made by at least two per cent of the residents is taken
up within six months of becoming pending. The numbers are only defaults: a page
names its own, with their source.
"""

import calendar
import math
from datetime import date
from decimal import Decimal

SHARE = Decimal("2")
MONTHS = 6


def needed(residents: int, share: Decimal) -> int:
    """How many residents are at least `share` per cent of them: rounded up, at least one."""
    return max(1, math.ceil(Decimal(residents) * share / 100))


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
