"""The engine's answer from what is known, as tables: no database but for the areas' names."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from participation.core.eligibility import Verdict
from participation.people.birth import Born
from participation.people.engine import ENGINE, judge
from participation.people.knowing import Facts, Known
from participation.people.mailboxes import digest, mailbox
from participation.people.models import Level

ON = date(2026, 5, 1)
YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN
YOUNG = {"age": {"from": 13, "to": 20}}
RESIDENTS = {"statuses": ["resident"]}
CHECKED = {"level": 2, "statuses": ["resident"], "age": {"from": 18}}


def born(year: int) -> Facts:
    return Facts(born=Born.in_year(year))


def member(**known) -> Known:
    return Known(is_member=True, level=known.pop("level", Level.EMAIL), **known)


RESIDENT = Facts(status="resident", born=Born.in_year(1980))

TABLE = [
    # conditions, known, verdict, the step's end
    (YOUNG, member(told=born(2010)), YES, ""),
    (YOUNG, member(told=born(2014)), NO, ""),
    (YOUNG, member(told=born(2013)), UNKNOWN, "verify"),
    (YOUNG, member(), UNKNOWN, "tell"),
    (YOUNG, member(told=born(2010), proved=born(1980)), NO, ""),
    (YOUNG, member(told=born(1980), proved=born(2010)), YES, ""),
    ({"age": {"from": 13, "on": "2026-12-31"}}, member(told=born(2013)), YES, ""),
    (RESIDENTS, member(told=Facts(status="resident")), YES, ""),
    (RESIDENTS, member(told=Facts(status="visitor")), NO, ""),
    (RESIDENTS, member(told=Facts(status="resident"), proved=Facts(status="holiday")), NO, ""),
    (RESIDENTS, member(), UNKNOWN, "tell"),
    (CHECKED, member(level=Level.VERIFIED, proved=RESIDENT), YES, ""),
    (CHECKED, member(told=RESIDENT), UNKNOWN, "verify"),
    (CHECKED, member(level=Level.VERIFIED, told=RESIDENT), UNKNOWN, "verify"),
    ({"level": 1}, member(), YES, ""),
    ({"level": 1}, member(level=Level.NONE), UNKNOWN, None),
    ({"codes": True}, member(has_code=True), YES, ""),
    ({"codes": True}, member(), UNKNOWN, "code"),
    # Any no is a no; of several open questions the one that brings furthest comes first.
    (YOUNG | RESIDENTS, member(told=Facts(status="visitor")), NO, ""),
    (YOUNG | {"codes": True}, member(), UNKNOWN, "tell"),
    (YOUNG | {"codes": True}, member(told=born(2013)), UNKNOWN, "verify"),
    ({"membership": "board"}, member(), NO, ""),
]


@pytest.fixture
def steps(monkeypatch):
    """Addresses as words: which step is meant is what matters."""
    monkeypatch.setattr("participation.people.steps.address", lambda name, *args: name)


@pytest.mark.parametrize(("conditions", "known", "verdict", "step"), TABLE)
def test_the_verdict_and_its_next_step(conditions, known, verdict, step, steps, monkeypatch):
    monkeypatch.setattr("participation.people.levels.confirm_address", lambda: "")
    answer = judge(conditions, known, ON)
    assert answer.verdict is verdict
    assert bool(answer.reasons) is (verdict is not YES)
    found = answer.step.url.rpartition(":")[2] if answer.step else ""
    assert found == (step or "")


def test_every_reason_for_a_no_is_told(steps):
    known = member(told=Facts(status="visitor", born=Born.in_year(1950)))
    assert len(judge(YOUNG | RESIDENTS, known, ON).reasons) == 2


@pytest.mark.django_db
def test_an_area_includes_its_parts(steps):
    conditions = {"areas": ["maaseutu"]}
    assert judge(conditions, member(told=Facts(areas=("kyla", "maaseutu"))), ON).verdict is YES
    assert judge(conditions, member(told=Facts(areas=("keskusta",))), ON).verdict is NO
    assert judge(conditions, member(), ON).verdict is UNKNOWN


@pytest.mark.parametrize(
    "conditions",
    [
        {"shoe_size": 42},
        {"age": {"from": 20, "to": 13}},
        {"age": {"from": -1}},
        {"age": {"from": True}},
        {"age": {"from": "13"}},
        {"age": {"on": "2026-12-31"}},
        {"age": {"from": 13, "on": "tomorrow"}},
        {"age": {"from": 13, "until": 20}},
        {"age": []},
        {"statuses": ["king"]},
        {"statuses": []},
        {"statuses": "resident"},
        {"statuses": [["resident"]]},
        {"level": 3},
        {"level": True},
        {"codes": "yes"},
        ["age"],
        "everybody",
    ],
)
def test_conditions_that_nobody_can_check_are_refused(conditions):
    with pytest.raises(ValidationError):
        ENGINE.check(conditions)


@pytest.mark.parametrize("conditions", [{}, YOUNG, RESIDENTS, CHECKED, {"codes": True}])
def test_usual_conditions_are_understood_and_said_in_words(conditions):
    ENGINE.check(conditions)
    assert len(ENGINE.clauses(conditions)) == len(conditions)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Aino@Example.org", "aino@example.org"),
        ("aino+kioski@example.org", "aino@example.org"),
        ("a.i.n.o@gmail.com", "aino@gmail.com"),
        ("aino+x@googlemail.com", "a.ino@GMAIL.com"),
        ("ａｉｎｏ@example.org", "aino@example.org"),
        ("aino@åland.fi", "aino@xn--land-poa.fi"),
        ("aino@example.org.", "aino@example.org"),
    ],
)
def test_addresses_of_one_mailbox_are_one(one, other):
    assert mailbox(one) == mailbox(other)
    assert digest(one) == digest(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.ino@example.org", "aino@example.org"),
        ("mıke@example.org", "mike@example.org"),
        ("aino@example.org", "aino@example.com"),
        ("+aino@example.org", "+onni@example.org"),
    ],
)
def test_different_mailboxes_stay_two(one, other):
    assert mailbox(one) != mailbox(other)


@pytest.mark.parametrize("odd", ["", "@", "no-at-sign", "a@" + "x" * 300, "\x00@\ud800", "a@b@c"])
def test_no_address_whatsoever_makes_it_fail(odd):
    assert isinstance(mailbox(odd), str)
