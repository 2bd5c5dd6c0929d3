"""A day's mails for fifty thousand people with five thousand pieces of news."""

import re
import time
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from participation.core import clock
from participation.core.models import OutgoingMail
from participation.notifications import digests
from tests.ideas.conftest import town  # noqa: F401
from tests.notifications.test_digests import fill

PEOPLE, EVENTS, EACH = 50_000, 5_000, 10
SUNDAY = datetime(2027, 3, 28, 8, 1, tzinfo=ZoneInfo("Europe/Helsinki"))


def megabytes(which: str) -> float:
    """VmRSS: what this process holds; VmHWM: the most it has held since the peak was reset."""
    found = re.search(rf"{which}:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_day_s_mails_are_built_within_a_minute(town, figures):  # noqa: F811
    fill(town, people=PEOPLE, events=EVENTS, each=EACH)
    Path("/proc/self/clear_refs").write_text("5")
    before = megabytes("VmRSS")
    with clock.frozen(SUNDAY):
        began = time.monotonic()
        built = digests.build()
        seconds = time.monotonic() - began
    grown = megabytes("VmHWM") - before
    figures.note("F-mail", "digests for 50 000 people, seconds", round(seconds, 1), bar="60")
    figures.note("F-mail", "memory it took, MB", round(grown), bar="100")
    assert built == OutgoingMail.objects.count() == PEOPLE
    assert seconds < 60
    assert grown < 100
