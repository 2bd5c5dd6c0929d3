"""When and how much: plain values, no database."""

from datetime import UTC, datetime, timedelta

import pytest

from participation.core.rules import RuleBroken
from participation.moderation import rules
from participation.moderation.models import Ban, Decision, Report, ReportReason, What

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
KNOWN = ["rules", "personal"]


def code(rule, *args, **kwargs) -> str:
    try:
        rule(*args, **kwargs)
    except RuleBroken as broken:
        return broken.code
    return ""


@pytest.mark.parametrize(
    ("reason", "words", "expected"),
    [
        ("abuse", "", ""),
        ("danger", "", ""),
        ("other", "", "words"),
        ("other", "Jotain outoa", ""),
        ("", "", "reason"),
        ("is_staff", "", "reason"),
        ("abuse", "x" * 2_001, "length"),
    ],
)
def test_a_report_has_a_reason(reason, words, expected):
    assert code(rules.require_report, reason, words) == expected


@pytest.mark.parametrize(
    ("stands", "first", "never"),
    [
        ({}, What.LEAVE, What.RESTORE),
        ({"hidden": True}, What.RESTORE, What.HIDE),
        ({"held": True}, What.APPROVE, What.LEAVE),
        ({"gone": True}, What.LEAVE, What.HIDE),
        ({"flag": True}, What.LEAVE, What.APPROVE),
    ],
)
def test_only_what_fits_is_offered_and_the_gentlest_comes_first(stands, first, never):
    fitting = rules.fitting(
        **{"hidden": False, "held": False, "gone": False, "flag": False} | stands
    )
    assert fitting[0] == first
    assert never not in fitting


def decided(what=What.HIDE, reason="rules", words="", note="", offered=tuple(What)):
    return code(rules.require_decision, what, reason, words, note, offered=offered, known=KNOWN)


@pytest.mark.parametrize("what", rules.WITH_REASON)
def test_what_restricts_somebody_has_a_reason_that_can_be_told(what):
    assert decided(what, "") == "reason"
    assert decided(what, "made_up") == "reason"
    assert decided(what) == ""


def test_nothing_is_decided_that_does_not_fit():
    assert decided(What.HIDE, offered=[What.LEAVE]) == "what"
    assert decided("delete everything") == "what"


def test_showing_again_is_explained_to_colleagues():
    assert decided(What.RESTORE) == "note"
    assert decided(What.RESTORE, note="Erehdys") == ""


@pytest.mark.parametrize(
    ("days", "expected"), [(None, "until"), (0, "until"), (1, ""), (366, ""), (367, "until")]
)
def test_a_ban_ends_later_than_now_and_within_a_year(days, expected):
    until = None if days is None else NOW + timedelta(days=days)
    assert code(rules.require_ban, until, NOW) == expected


@pytest.mark.parametrize("what", [What.LEAVE, What.APPROVE, What.RESTORE, What.REMOVE])
def test_nobody_asks_anew_about_what_does_not_restrict_them(what):
    assert code(rules.require_askable, Decision(what=what), "Miksi?") == "what"


def test_asking_anew_needs_words():
    assert code(rules.require_askable, Decision(what=What.HIDE), "") == "words"
    assert code(rules.require_askable, Decision(what=What.HIDE), "Se oli totta.") == ""


@pytest.mark.parametrize(
    ("reason", "reporter", "protects", "looked_at", "hides"),
    [
        ("abuse", None, False, False, False),
        ("abuse", 7, False, False, False),
        ("abuse", None, True, False, True),
        ("danger", 7, False, False, True),
        ("danger", None, False, False, False),
        ("danger", None, True, False, True),
        ("danger", 7, False, True, False),
        ("abuse", None, True, True, False),
    ],
)
def test_what_is_hidden_at_once(reason, reporter, protects, looked_at, hides):
    report = Report(reason=ReportReason(reason), reporter_id=reporter)
    assert rules.hides_at_once(report, protects=protects, looked_at=looked_at) == hides


@pytest.mark.parametrize(
    ("fields", "why", "expected"),
    [
        ({}, "Sovittu", ""),
        ({}, "", "why"),
        ({"lifted_at": NOW}, "Sovittu", "over"),
        ({"until": NOW}, "Sovittu", "over"),
    ],
)
def test_a_ban_is_ended_once_and_with_a_reason(fields, why, expected):
    ban = Ban(**{"until": NOW + timedelta(days=1), **fields})
    assert code(rules.require_liftable, ban, why, NOW) == expected
