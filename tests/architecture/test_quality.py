"""docs/quality.toml is complete, and every test it names is there and runs."""

import ast
import re
import tomllib

import pytest

from . import house

#: The rows that must be there. A row is never dropped: it gets a test or a reason.
NAMES = """
V1 V3 V4 V7 V8 V10 V16 V17 V18 V19 V20 V21 V22 V23 V24 V25 V26 V27
R1 R2 R3 R4 R5 R7 R12 R13 R14 R16 R17 R18 R19 R20 R21 R23
A1 A2 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 A18
P3 P6 P7 P8 P10 P11 P12 P13 P14 P15 P16 P17
O1 O2 O3 O4 O6 O7 O10 O11 O12 O13 O14 O15 O16 O17 O18
L1 L2 L3 L4 L5
F-votes F-live F-revocation F-hidden F-fuzz F-redis F-postgres F-mail F-typed F-accessibility
F-restore F-external F-vulnerabilities
S-list S-cache S-depth S-idea S-support S-post S-fanout S-load S-survey S-demo S-memory
"""
ROWS = NAMES.split()
KEYS = {"demand", "test", "soak", "open"}
SKIPS = re.compile(r"\b(skip|skipif|xfail|importorskip)\b")

REGISTER = tomllib.loads((house.ROOT / "docs" / "quality.toml").read_text())


def named(row: dict, *keys: str) -> list[str]:
    found = []
    for key in keys:
        value = row.get(key, [])
        found += [value] if isinstance(value, str) else value
    return found


def fault(reference: str) -> str | None:
    """What is wrong with "path::name" or "path::Class::name"; None when the test is there."""
    path, *names = reference.split("::")
    file = house.ROOT / path
    if not file.is_file() or not names:
        return f"{reference}: no such file"
    source = file.read_text()
    body: list[ast.stmt] = ast.parse(source).body
    for name in names:
        node = next((n for n in body if getattr(n, "name", None) == name), None)
        if node is None:
            return f"{reference}: nothing is called {name} there"
        body = getattr(node, "body", [])
        written = ast.get_source_segment(source, node) or ""
        decorated = "".join(ast.unparse(d) for d in getattr(node, "decorator_list", []))
        if SKIPS.search(decorated) or re.search(r"pytest\.(skip|xfail)\(", written):
            return f"{reference}: is skipped"
    return None


def test_every_row_is_there_and_none_is_unknown():
    assert sorted(REGISTER) == sorted(ROWS)


@pytest.mark.parametrize("row_id", ROWS)
def test_the_row_is_shown_or_says_why_not(row_id):
    row = REGISTER[row_id]
    assert set(row) <= KEYS
    assert row["demand"]
    assert named(row, "test", "soak") or row.get("open"), "neither a test nor a reason"
    if "open" in row:
        assert re.match(r"part \d+: .{6,}", row["open"]), "say which part, and why"
    assert not [fault(name) for name in named(row, "test", "soak") if fault(name)]


@pytest.mark.parametrize(
    ("reference", "complaint"),
    [
        ("tests/nowhere.py::test_x", "no such file"),
        ("tests/architecture/test_quality.py::test_gone", "nothing is called"),
        ("tests/architecture/seeded.py::test_skipped", "is skipped"),
    ],
)
def test_a_false_reference_is_noticed(reference, complaint):
    assert complaint in (fault(reference) or "")
