"""What the city does: assign, move, answer, hide, restore."""

from datetime import date

import pytest
from wagtail.log_actions import registry as log_registry

from participation.core.actors import Actor
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    answer_idea,
    assign_idea,
    hide_idea,
    move_idea,
    restore_idea,
)
from participation.ideas.models import Answer, HideReason, Idea, State

ANSWER = {
    "outcome": State.ACCEPTED,
    "text": {"fi": "Penkki tulee keväällä.", "sv": "Bänken kommer på våren."},
    "role": {"fi": "Puistopuutarhuri"},
}


def logged(idea: Idea) -> list[str]:
    return [entry.action for entry in log_registry.get_logs_for_instance(idea).order_by("pk")]


def assign(actor: Actor, idea: Idea, **fields) -> Idea:
    given = {"service_area": None, "owner": None, "due_on": None, **fields}
    return assign_idea(actor=actor, idea=idea, **given)


def test_an_idea_gets_an_owner_and_a_due_date(town, staff):
    idea = assign(
        staff["communications"],
        town.idea(),
        service_area=town.services["kaupunkirakenne"],
        owner=staff["service_area"].person,
        due_on=date(2026, 12, 15),
    )
    idea.refresh_from_db()
    assert (idea.owner, idea.due_on) == (staff["service_area"].person, date(2026, 12, 15))
    assert logged(idea) == ["raati.ideas.assign"]


def test_a_resident_cannot_be_made_an_owner(town, staff):
    with pytest.raises(RuleBroken, match="owner"):
        assign(staff["communications"], town.idea(), owner=town.resident("Eino").person)


def test_the_same_assignment_again_is_not_logged(town, staff):
    idea = town.idea()
    for _twice in range(2):
        assign(staff["communications"], idea, due_on=date(2026, 12, 15))
    assert logged(idea) == ["raati.ideas.assign"]


def test_a_service_area_handles_its_own_ideas_only(town, staff):
    idea = town.idea()
    with pytest.raises(Refused):
        assign(staff["service_area"], idea, due_on=date(2026, 12, 15))
    assign(staff["communications"], idea, service_area=town.services["kaupunkirakenne"])
    answer_idea(actor=staff["service_area"], idea=idea, **ANSWER)


def test_a_step_is_dated_and_noted(town, staff):
    idea = town.idea()
    move_idea(
        actor=staff["communications"],
        idea=idea,
        state=State.CONSIDERING,
        note={"fi": "Kysymme puutarhurilta.", "sv": ""},
    )
    idea.refresh_from_db()
    assert idea.state == State.CONSIDERING
    assert [step.state for step in idea.steps.order_by("at", "id")] == ["received", "considering"]
    assert idea.steps.last().note.data == {"fi": "Kysymme puutarhurilta."}


def test_an_idea_is_passed_on_to_somebody_by_name(town, staff):
    idea = town.idea()
    with pytest.raises(RuleBroken, match="receiver"):
        move_idea(actor=staff["communications"], idea=idea, state=State.PASSED_ON)
    step = move_idea(
        actor=staff["communications"], idea=idea, state=State.PASSED_ON, passed_on_to="Hyvis"
    )
    assert str(step.passed_on_to) == "Hyvis"
    assert step.at is not None


def test_an_answer_is_the_next_step(town, staff):
    idea = town.idea()
    answer = answer_idea(actor=staff["communications"], idea=idea, **ANSWER)
    idea.refresh_from_db()
    assert (idea.state, answer.version) == (State.ACCEPTED, 1)
    assert idea.steps.last().role.data == {"fi": "Puistopuutarhuri"}
    assert str(answer.text) == "Penkki tulee keväällä."


def test_a_changed_answer_says_so_and_keeps_the_old_text_in_the_log(town, staff):
    idea = town.idea()
    answer_idea(actor=staff["communications"], idea=idea, **ANSWER)
    changed = {**ANSWER, "text": {"fi": "Penkki tulee kesällä."}}
    answer = answer_idea(actor=staff["communications"], idea=idea, version=1, **changed)
    assert answer.updated_at is not None
    assert idea.steps.count() == 2
    last = log_registry.get_logs_for_instance(idea).order_by("pk").last()
    assert last.data["before"]["text"]["fi"] == "Penkki tulee keväällä."
    assert last.data["after"]["text"] == {"fi": "Penkki tulee kesällä."}


def test_the_second_of_two_editors_of_an_answer_is_told(town, staff):
    idea = town.idea()
    answer_idea(actor=staff["communications"], idea=idea, version=0, **ANSWER)
    other = {**ANSWER, "text": {"fi": "Ei tule."}}
    with pytest.raises(RuleBroken, match="version"):
        answer_idea(actor=staff["administrator"], idea=idea, version=0, **other)
    assert str(Answer.objects.get().text) == "Penkki tulee keväällä."


def test_the_second_of_two_movers_is_told(town, staff):
    idea = town.idea()
    move_idea(actor=staff["communications"], idea=idea, state=State.CONSIDERING, version=0)
    with pytest.raises(RuleBroken, match="version"):
        assign(staff["administrator"], idea, due_on=date(2026, 12, 15), version=0)


def test_done_comes_after_the_answer(town, staff):
    idea = town.idea()
    with pytest.raises(RuleBroken, match="answer_first"):
        move_idea(actor=staff["communications"], idea=idea, state=State.DONE)
    answer_idea(actor=staff["communications"], idea=idea, **ANSWER)
    move_idea(actor=staff["communications"], idea=idea, state=State.DONE)
    idea.refresh_from_db()
    assert idea.state == State.DONE


@pytest.mark.parametrize("reason", HideReason)
def test_an_idea_is_hidden_with_a_public_reason_and_restored(town, staff, reason):
    idea = town.idea()
    hide_idea(actor=staff["moderator"], idea=idea, reason=reason, note="Ilmoitus 12")
    assert not Idea.objects.visible().exists()
    restore_idea(actor=staff["moderator"], idea=idea, reason="Väärinkäsitys")
    assert Idea.objects.visible().get().hidden_reason == ""
    assert logged(idea) == ["raati.ideas.hide", "raati.ideas.restore"]


@pytest.mark.parametrize("reason", ["", "because", "RULES"])
def test_hiding_needs_a_known_reason(town, staff, reason):
    with pytest.raises(RuleBroken, match="reason"):
        hide_idea(actor=staff["moderator"], idea=town.idea(), reason=reason)


def test_a_hidden_idea_is_neither_moved_nor_answered(town, staff):
    idea = town.idea()
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    with pytest.raises(RuleBroken, match="hidden"):
        move_idea(actor=staff["communications"], idea=idea, state=State.CONSIDERING)
    with pytest.raises(RuleBroken, match="hidden"):
        answer_idea(actor=staff["communications"], idea=idea, **ANSWER)


@pytest.mark.parametrize("act", ["assign", "move", "answer", "hide"])
def test_a_resident_does_nothing_of_the_citys(town, act):
    idea, eino = town.idea(), town.resident("Eino")
    calls = {
        "assign": lambda: assign(eino, idea),
        "move": lambda: move_idea(actor=eino, idea=idea, state=State.CONSIDERING),
        "answer": lambda: answer_idea(actor=eino, idea=idea, **ANSWER),
        "hide": lambda: hide_idea(actor=eino, idea=idea, reason="rules"),
    }
    with pytest.raises(Refused):
        calls[act]()
    assert not logged(idea)
