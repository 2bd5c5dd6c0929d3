"""Every act in every state."""

from datetime import UTC, date, datetime

import pytest

from participation.core.rules import RuleBroken, reason_of, require_version
from participation.initiatives import rules
from participation.initiatives.models import EntryKind, Initiative, Maker, State

NOON = datetime(2026, 3, 2, 10, tzinfo=UTC)
DELIVERED, PENDING, TODAY = date(2026, 3, 2), date(2026, 3, 3), date(2026, 4, 1)
CONTACT = {"name": "A", "municipality": "Kuparila", "email": "", "phone": "1", "address": ""}


def initiative(state: str = State.DELIVERED, **fields) -> Initiative:
    row = Initiative(state=state, delivered_at=NOON, **fields)
    if state in (State.DRAFT, State.GATHERING):
        row.delivered_at = None
    return row


ALLOWED = {
    rules.require_draft: {State.DRAFT},
    rules.require_signable: {State.GATHERING},
    rules.require_deliverable: {State.DRAFT, State.GATHERING},
    rules.require_withdrawable: {State.DRAFT, State.GATHERING},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("rule", ALLOWED, ids=lambda rule: rule.__name__)
def test_what_a_state_allows(rule, state):
    assert (reason_of(rule, initiative(state)) == "") == (state in ALLOWED[rule])


#: What everybody takes part in needs a page that shows it; the maker's rights do not.
SEEN = {rules.require_draft, rules.require_signable}


@pytest.mark.parametrize("field", ["hidden_at", "held_at", "withdrawn_at"])
@pytest.mark.parametrize("rule", ALLOWED, ids=lambda rule: rule.__name__)
def test_what_is_gone_and_what_only_its_page_does_not_show(rule, field):
    for state in State:
        refused = bool(reason_of(rule, initiative(state, **{field: NOON})))
        goes_on = state in ALLOWED[rule] and field != "withdrawn_at" and rule not in SEEN
        assert refused != goes_on


@pytest.mark.parametrize("state", State)
def test_only_what_was_delivered_and_not_answered_becomes_pending(state):
    reason = reason_of(rules.require_pending_day, initiative(state), PENDING, TODAY)
    assert (reason == "") == (state == State.DELIVERED)


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        (date(2026, 3, 1), False),
        (DELIVERED, True),
        (PENDING, True),
        (TODAY, True),
        (date(2026, 4, 2), False),
    ],
)
def test_the_pending_day_lies_between_delivery_and_today(day, fits):
    assert (reason_of(rules.require_pending_day, initiative(), day, TODAY) == "") == fits


def test_the_day_of_delivery_is_the_local_one():
    late = initiative()
    late.delivered_at = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    assert reason_of(rules.require_pending_day, late, date(2026, 3, 1), TODAY)
    assert not reason_of(rules.require_pending_day, late, date(2026, 3, 2), TODAY)


def test_the_pending_day_is_not_after_the_taking_up():
    row = initiative(pending_on=PENDING, taken_up_on=date(2026, 3, 10))
    assert not reason_of(rules.require_pending_day, row, date(2026, 3, 10), TODAY)
    assert reason_of(rules.require_pending_day, row, date(2026, 3, 11), TODAY)


def entry(row: Initiative, kind: str = EntryKind.STEP, day: date = TODAY, **more) -> str:
    given = {"texts": {"fi": "Tehty."}, "role": {"fi": "Kirjaamo"}, **more}
    return reason_of(rules.require_entry, row, kind, day, TODAY, **given)


@pytest.mark.parametrize("kind", EntryKind)
@pytest.mark.parametrize("state", [State.DELIVERED, State.ANSWERED, State.CLOSED])
def test_after_the_end_only_steps_are_told(state, kind):
    row = initiative(state, pending_on=PENDING)
    allowed = state == State.DELIVERED or kind == EntryKind.STEP
    assert (entry(row, kind) == "") == allowed


def test_nothing_is_recorded_before_it_is_pending():
    assert entry(initiative())


def test_it_is_taken_up_once():
    row = initiative(pending_on=PENDING, taken_up_on=PENDING)
    assert entry(row, EntryKind.TAKEN_UP)
    assert not entry(row, EntryKind.ANSWERED)


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "nope"},
        {"day": DELIVERED},
        {"day": date(2026, 4, 2)},
        {"texts": {}},
        {"role": {}},
    ],
)
def test_an_entry_has_a_kind_a_day_a_text_and_a_role(wrong):
    assert entry(initiative(pending_on=PENDING), **wrong)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "mayor"}, "maker_kind"),
        ({"kind": Maker.ASSOCIATION}, "organisation"),
        ({"organisation": "Kylä ry"}, "organisation"),
        ({"contact": {**CONTACT, "name": ""}}, "name"),
        ({"contact": {**CONTACT, "municipality": ""}}, "name"),
        ({"contact": {**CONTACT, "phone": ""}}, "contact"),
        ({"contact": {**CONTACT, "municipality": "Naapurila"}}, "municipality"),
    ],
)
def test_the_law_asks_who_makes_it(wrong, code):
    given = {"kind": Maker.RESIDENT, "organisation": "", "contact": CONTACT, **wrong}
    with pytest.raises(RuleBroken, match=code):
        rules.require_maker(*given.values(), "Kuparila")


@pytest.mark.parametrize("kind", Maker)
def test_residents_service_users_and_associations_may_make_one(kind):
    name = "Kylä ry" if kind == Maker.ASSOCIATION else ""
    home = "kuparila" if kind == Maker.RESIDENT else "Naapurila"
    rules.require_maker(kind, name, {**CONTACT, "municipality": home}, "Kuparila")


@pytest.mark.parametrize(
    ("title", "text", "language", "code"),
    [
        ("", "x", "fi", "content"),
        ("x", "", "fi", "content"),
        ("x" * 121, "x", "fi", "length"),
        ("x", "x" * 10_001, "fi", "length"),
        ("x", "x", "xx", "language"),
    ],
)
def test_an_initiative_has_a_title_and_a_text(title, text, language, code):
    with pytest.raises(RuleBroken, match=code):
        rules.require_content(title, text, language)


def test_a_signature_is_a_name_and_a_home():
    for name, home in (("", "Kuparila"), ("Eino", "")):
        assert reason_of(rules.require_signer, name, home)
    rules.require_signer("Eino", "Kuparila")


def test_nobody_overwrites_what_they_have_not_seen():
    assert reason_of(require_version, 1, 2)
    assert not reason_of(require_version, 2, 2)
    assert not reason_of(require_version, None, 2)
