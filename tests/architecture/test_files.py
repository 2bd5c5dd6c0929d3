"""Rooms where one expects them: lengths, clocks, links, test folders, pinned packages."""

import re
from pathlib import Path

import pytest

from . import house

LONGEST = 400
NAIVE = re.compile(r"datetime\.(?:now|utcnow|today)\(|\bdate\.today\(|\btimezone\.now\(")
#: Where a clock that is not the database's may be read: the clock itself, and running programs.
CLOCKS = ("participation/core/clock.py", "site/demo/management/")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
PINNED = sorted((house.ROOT / "requirements").glob("*.txt"))


def test_no_file_of_ours_is_longer_than_one_can_read():
    long = [
        f"{house.name(path)}: {lines}"
        for path in [*house.code(".py", ".js", ".html"), *house.files(".sh")]
        if (lines := len(path.read_text().splitlines())) > LONGEST
    ]
    assert not long


def test_only_the_clock_asks_what_time_it_is():
    naive = [
        f"{house.name(path)}: {match.group()}"
        for path in house.code(".py")
        if not house.name(path).startswith(CLOCKS)
        for match in NAIVE.finditer(path.read_text())
    ]
    assert not naive


def test_every_folder_with_tests_is_a_package():
    folders = {path.parent for path in house.files(".py") if house.name(path).startswith("tests/")}
    assert not [house.name(f) for f in folders if not (f / "__init__.py").exists()]


def test_site_is_no_package():
    assert not (house.ROOT / "site" / "__init__.py").exists()


@pytest.mark.parametrize("path", house.files(".md"), ids=house.name)
def test_links_in_the_documentation_resolve(path):
    targets = [a or b for a, b in LINK.findall(path.read_text())]
    local = [t.partition("#")[0] for t in targets if "://" not in t and not t.startswith("mailto:")]
    assert not [t for t in local if t and not (path.parent / t).exists()]


@pytest.mark.parametrize("path", PINNED, ids=lambda p: p.name)
def test_pinned_packages_name_no_address_and_no_path(path):
    lines = [line.split("#")[0].strip() for line in path.read_text().splitlines()]
    named = [line for line in lines if line and not line.startswith("--hash=")]
    assert named
    assert not [line for line in named if "==" not in line or "://" in line or "/" in line]


def test_the_wheel_names_every_package_folder():
    folders = {Path(house.name(p)).parts[0] for p in house.code(".py")} - {"site"}
    assert folders <= set(house.PACKAGES)
