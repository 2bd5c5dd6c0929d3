"""The full figures: hours, on an otherwise idle machine. `make soak` runs `soak_*.py`.

A soak is an ordinary test that also notes what it measured:

    def test_ten_thousand_races_give_no_double_support(figures):
        …
        figures.note("F-votes", "double supports in 10 000 races", found, bar="0")

The run writes docs/soak-report.md with machine and date; commit it. Name the
test as `soak = "tests/soak/soak_….py::test_…"` in docs/quality.toml.
"""

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.db import connection

from participation.core import clock
from tests.architecture.house import ROOT

REPORT = ROOT / "docs" / "soak-report.md"


@dataclass
class Figures:
    rows: list[tuple[str, str, str, str]] = field(default_factory=list)

    def note(self, row: str, what: str, value: object, bar: str) -> None:
        """Remember a measured figure of a row of the register, and the bar it is held to."""
        self.rows.append((row, what, str(value), bar))

    def report(self, versions: str, when: str) -> str:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
        lines = [
            "# The last full run of the figures",
            "",
            f"{when}, {os.cpu_count()} cores, {memory} GiB, {platform.platform()}, {versions}.",
            "Written by `make soak`.",
            "",
            "| row | what | measured | bar |",
            "|---|---|---|---|",
            *(f"| {row} | {what} | {value} | {bar} |" for row, what, value, bar in self.rows),
        ]
        return "\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def figures(django_db_setup, django_db_blocker) -> Iterator[Figures]:
    """Where a soak notes what it measured; written down when all have run."""
    figures = Figures()
    yield figures
    with django_db_blocker.unblock():
        when = f"{clock.now():%Y-%m-%d}"
        versions = f"Python {platform.python_version()}, {connection.display_name} "
        versions += ".".join(map(str, connection.get_database_version()))
    REPORT.write_text(figures.report(versions, when))
