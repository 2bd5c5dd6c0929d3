"""From claims to facts: what is odd attests nothing, and nothing raises."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.people.birth import Born
from participation.people.identity_claims import read
from participation.people.models import Status
from participation.people.verifying_ages import ANY_AGE, is_possible
from participation.people.verifying_facts import Facts, from_json

ON = date(2026, 11, 22)
MAPPING = {
    "identifier": "pid",
    "birthdate": "birthdate",
    "municipality": ["address", "code"],
    "home_municipality_codes": ["309"],
    "school": "school",
    "role": "role",
    "class_level": "level",
}
NORMAL = {
    "pid": "010200A9999",
    "birthdate": "2010-11-23",
    "address": {"code": "309"},
    "school": "Kuparilan koulu",
    "role": ["oppilas", "x"],
    "level": 9,
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def test_the_usual_claims():
    found = read(MAPPING, NORMAL, ON)
    assert found.identifier == "010200A9999"
    assert found.facts == Facts(
        status=Status.RESIDENT,
        born=Born(date(2010, 11, 23), date(2011, 11, 22)),
        school="Kuparilan koulu",
        school_role="oppilas",
        class_level="9",
    )


@pytest.mark.parametrize(
    ("value", "born"),
    [
        ("2008", Born(date(2008, 1, 1), date(2008, 12, 31))),
        ("2008-00-00", Born(date(2008, 1, 1), date(2008, 12, 31))),
        ("0000-05-05", ANY_AGE),
        ("2026-11-23", ANY_AGE),
        ("1850-01-01", ANY_AGE),
        ("2011-02-29", ANY_AGE),
        ("2011-13-01", ANY_AGE),
        ("5.5.2011", ANY_AGE),
        ("２０１１-05-05", ANY_AGE),
        (20110505, ANY_AGE),
        (["2008"], Born(date(2008, 1, 1), date(2008, 12, 31))),
        ({"year": 2008}, ANY_AGE),
        (None, ANY_AGE),
    ],
)
def test_dates_of_birth(value, born):
    assert read(MAPPING, {"birthdate": value}, ON).facts.born == born


@pytest.mark.parametrize("code", ["91", "", None, True, 3.09, "309 ", ["309"], "０309"])
def test_only_our_own_code_makes_a_resident(code):
    found = read(MAPPING, {"address": {"code": code}}, ON).facts.status
    assert found == (Status.RESIDENT if code in ("309 ", ["309"]) else "")


@pytest.mark.parametrize(
    "identifier", [None, "", " ", "\u200b", True, 1.5, {}, [], "x" * 501, "\0"]
)
def test_no_readable_identifier_is_none(identifier):
    assert read(MAPPING, {"pid": identifier}, ON).identifier == ""


@settings(max_examples=50)
@given(JSON, st.dictionaries(st.sampled_from([*NORMAL, "code"]), JSON))
def test_nothing_that_a_service_says_raises(odd, claims):
    for said in (odd, claims, {**NORMAL, **claims}):
        facts = read(MAPPING, said, ON).facts
        assert len(facts.school) <= 120
        assert is_possible(facts.born)
        assert from_json(facts.to_json()) == facts


@settings(max_examples=30)
@given(st.dictionaries(st.sampled_from(list(MAPPING)), st.text() | st.lists(st.text(), max_size=2)))
def test_no_mapping_raises(mapping):
    read(mapping, NORMAL, ON)
