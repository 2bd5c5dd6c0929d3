"""A board's own words for the states: what they are called, what they mean."""

import pytest
from django.utils.translation import override

from participation.core.models import Component
from participation.core.rules import RuleBroken
from participation.ideas import stages
from participation.ideas.actions import answer_idea, move_idea
from participation.ideas.models import Idea, State

IN, LOOK, VISIT, YES = (f"0000000{n}-0000-4000-8000-000000000000" for n in range(4))
OWN = [
    (IN, {"fi": "Laatikossa", "sv": "I lådan"}, "received"),
    (LOOK, {"fi": "Pöydällä"}, "considering"),
    (VISIT, {"fi": "Käydään katsomassa", "sv": "Vi besöker platsen"}, "considering"),
    (YES, {"fi": "Kyllä!"}, "accepted"),
]
ANSWER = {"text": {"fi": "Tehdään."}, "role": {"fi": "Puistopuutarhuri"}}


def raw(*rows) -> list[dict]:
    return [
        {"type": "stage", "id": key, "value": {"label": label, "meaning": meaning}}
        for key, label, meaning in rows
    ]


@pytest.fixture
def own(town):
    town.publish(stages=raw(*OWN))
    return town


def row(*entries: tuple) -> Component:
    keys = ("id", "label", "meaning")
    return Component(settings={"stages": [dict(zip(keys, each, strict=True)) for each in entries]})


def test_a_board_without_its_own_words_uses_the_usual_ones():
    offered = stages.choices(Component())
    assert [stage.key for stage in offered] == State.values
    assert [stage.id for stage in offered] == [""] * len(State)


def test_states_that_have_no_word_of_their_own_keep_the_usual_one():
    offered = stages.choices(row(*OWN))
    assert [stage.key for stage in offered][:4] == [IN, LOOK, VISIT, YES]
    assert [stage.key for stage in offered][4:] == ["partly", "declined", "passed_on", "done"]


@pytest.mark.parametrize(
    "broken", [("", {"fi": "a"}, "done"), (IN, {}, "done"), (IN, {"fi": "a"}, "gone")]
)
def test_an_entry_that_means_nothing_is_left_out(broken):
    assert stages.own_stages(row(broken)) == []


def test_a_state_stands_for_the_first_of_its_names():
    assert stages.find(row(*OWN), "considering").key == LOOK
    assert stages.find(row(*OWN), VISIT).meaning == State.CONSIDERING
    assert stages.find(row(*OWN), "nonsense") is None


@pytest.mark.parametrize("stored", ["", YES, "gone"])
def test_a_stage_that_no_longer_fits_is_not_believed(stored):
    assert stages.of(row(*OWN), "considering", stored).key == LOOK
    assert stages.of(row(*OWN), "done", stored).key == "done"


def test_a_new_idea_takes_the_boards_first_word(own):
    idea = own.idea()
    assert (idea.state, idea.stage) == (State.RECEIVED, IN)
    assert str(idea.steps.get().label) == "Laatikossa"


def test_moving_to_one_of_the_boards_own_states_keeps_its_word(own, staff):
    idea = own.idea()
    step = move_idea(actor=staff["communications"], idea=idea, state=VISIT)
    idea.refresh_from_db()
    assert (idea.state, idea.stage, step.state) == (State.CONSIDERING, VISIT, State.CONSIDERING)
    with override("sv"):
        assert str(step.label) == str(idea.state_word) == "Vi besöker platsen"


def test_another_word_of_the_same_meaning_is_a_step(own, staff):
    idea = own.idea()
    move_idea(actor=staff["communications"], idea=idea, state=LOOK)
    move_idea(actor=staff["communications"], idea=idea, state=VISIT)
    with pytest.raises(RuleBroken, match="same"):
        move_idea(actor=staff["communications"], idea=idea, state=VISIT)
    assert idea.steps.count() == 3


def test_what_a_word_means_decides_the_rule(own, staff):
    with pytest.raises(RuleBroken, match="answer_first"):
        move_idea(actor=staff["communications"], idea=own.idea(), state=YES)
    answer = answer_idea(actor=staff["communications"], idea=own.idea(), outcome=YES, **ANSWER)
    assert answer.outcome == State.ACCEPTED
    assert str(answer.outcome_word) == "Kyllä!"


@pytest.mark.parametrize("chosen", [IN, "received", "nonsense", "", "\x00", "0" * 500])
def test_what_is_no_step_is_refused(own, staff, chosen):
    with pytest.raises(RuleBroken, match="state"):
        move_idea(actor=staff["communications"], idea=own.idea(), state=chosen)


def test_a_step_keeps_the_word_that_it_had(own, staff):
    idea = own.idea()
    move_idea(actor=staff["communications"], idea=idea, state=VISIT)
    own.publish(stages=raw(*OWN[:2]))
    idea = Idea.objects.select_related("component").get(pk=idea.pk)
    assert str(idea.steps.order_by("id").last().label) == "Käydään katsomassa"
    assert str(idea.state_word) == "Pöydällä"


def test_the_board_shows_and_filters_by_its_own_words(own, staff, client):
    before = Idea.objects.filter(pk=own.idea(title="Vanha").pk)
    before.update(state=State.CONSIDERING, stage="")
    visited = own.idea(title="Uusi")
    move_idea(actor=staff["communications"], idea=visited, state=VISIT)
    page = client.get("/fi/ideat/").content.decode()
    assert "Käydään katsomassa" in page
    assert f'<option value="{VISIT}">' in page

    def found(state: str) -> set[str]:
        cards = client.get("/fi/ideat/", {"state": state}).content.decode()
        return {title for title in ("Vanha", "Uusi") if f">{title}</a>" in cards}

    assert found("considering") == found("nonsense") == {"Vanha", "Uusi"}
    assert (found(LOOK), found(VISIT), found(YES)) == ({"Vanha"}, {"Uusi"}, set())


def test_the_desk_offers_the_boards_own_words(own, staff, client):
    idea = own.idea()
    client.force_login(staff["administrator"].user)
    staff["administrator"].user.is_superuser = True
    staff["administrator"].user.save()
    page = client.get(f"/admin/ideas/{idea.public_id}/").content.decode()
    assert f'value="{VISIT}"' in page
    assert "Kyllä!" in page
