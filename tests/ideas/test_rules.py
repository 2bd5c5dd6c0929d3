"""When and how much, on plain values."""

import pytest

from participation.core.models import Component
from participation.core.rules import RuleBroken, reason_of
from participation.ideas import rules, stages
from participation.ideas.models import Answer, Idea, State
from participation.ideas.texts import clean_texts, shown

NOW = "2026-11-21T10:00:00Z"


def idea(state: str = State.RECEIVED, *, answered: bool = False, **fields) -> Idea:
    made = Idea(state=state, component=Component(), **fields)
    made._state.fields_cache["answer"] = Answer(outcome=state) if answered else None
    return made


def stage(chosen: str) -> stages.Stage | None:
    return stages.find(Component(), chosen)


@pytest.mark.parametrize("rule", [rules.require_editable, rules.require_withdrawable])
@pytest.mark.parametrize("fields", [{"hidden_at": NOW}, {"withdrawn_at": NOW}])
def test_what_is_gone_cannot_be_changed(rule, fields):
    assert reason_of(rule, idea(**fields))


def test_a_supported_idea_keeps_its_words():
    assert reason_of(rules.require_editable, idea(support_count=1))
    assert not reason_of(rules.require_editable, idea(support_count=0))


@pytest.mark.parametrize("state", State)
def test_an_idea_is_edited_only_before_the_city_takes_it_up(state):
    assert bool(reason_of(rules.require_editable, idea(state))) == (state != State.RECEIVED)


@pytest.mark.parametrize("state", State)
def test_an_idea_is_withdrawn_only_before_the_city_decides(state):
    undecided = state in (State.RECEIVED, State.CONSIDERING)
    assert bool(reason_of(rules.require_withdrawable, idea(state))) != undecided
    assert reason_of(rules.require_withdrawable, idea(state, answered=True))


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("state", State)
def test_a_decision_needs_its_answer(state, answered):
    here = idea(State.CONSIDERING, answered=answered)
    decision = state in (State.ACCEPTED, State.PARTLY, State.DECLINED, State.DONE)
    refused = (decision and not answered) or state == State.RECEIVED
    broken = reason_of(rules.require_step, here, stage(state), {"fi": "Ely"}, noted=True)
    assert bool(broken) == refused


def test_passing_on_names_the_receiver():
    with pytest.raises(RuleBroken, match="receiver"):
        rules.require_step(idea(), stage(State.PASSED_ON), {}, noted=True)


def test_the_same_state_again_needs_a_note():
    with pytest.raises(RuleBroken, match="same"):
        rules.require_step(idea(State.CONSIDERING), stage(State.CONSIDERING), {}, noted=False)
    rules.require_step(idea(State.CONSIDERING), stage(State.CONSIDERING), {}, noted=True)


@pytest.mark.parametrize(
    ("outcome", "texts", "role", "to", "code"),
    [
        ("maybe", {"fi": "a"}, {"fi": "b"}, {}, "outcome"),
        (State.RECEIVED, {"fi": "a"}, {"fi": "b"}, {}, "outcome"),
        (State.ACCEPTED, {}, {"fi": "b"}, {}, "text"),
        (State.ACCEPTED, {"sv": "a"}, {}, {}, "role"),
        (State.PASSED_ON, {"fi": "a"}, {"fi": "b"}, {}, "receiver"),
    ],
)
def test_an_incomplete_answer_is_refused(outcome, texts, role, to, code):
    with pytest.raises(RuleBroken, match=code):
        rules.require_answer(stage(outcome), texts, role, to)


@pytest.mark.parametrize(
    ("expected", "found", "fits"), [(None, 3, True), (3, 3, True), (2, 3, False), (0, 1, False)]
)
def test_nobody_overwrites_what_they_have_not_seen(expected, found, fits):
    assert bool(reason_of(rules.require_version, expected, found)) != fits


def test_texts_keep_the_sites_languages_and_lose_what_is_empty():
    given = {"fi": " Kyllä ", "sv": "\u200b", "de": "Ja", "en": "Yes\r\n"}
    assert clean_texts(given) == {"fi": "Kyllä", "en": "Yes"}


@pytest.mark.parametrize("text", ["null", "1", '{"fi": "x"}', "[]"])
def test_a_bare_text_that_looks_like_data_stays_text(text):
    assert clean_texts(text) == {"fi": text}


def test_a_missing_language_falls_back_and_says_so():
    assert shown({"fi": "Kyllä"})[1] in ("", "fi")
    from django.utils.translation import override
    from i18nfield.strings import LazyI18nString

    with override("sv"):
        assert shown(LazyI18nString({"fi": "Kyllä"})) == ("Kyllä", "fi")
        assert shown(LazyI18nString({"fi": "Kyllä", "sv": "Ja"})) == ("Ja", "")
        assert shown(LazyI18nString("")) == ("", "")
