"""Sending, editing and withdrawing an idea."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Fact, Right
from participation.core.policies import Refused
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    edit_idea,
    move_idea,
    send_idea,
    support_idea,
    withdraw_idea,
)
from participation.ideas.models import Idea, State, Support
from tests.ideas.conftest import make_person

PHOTO = (b"RIFF....WEBP", 4, 3)


def used(actor: Actor, act: str) -> int:
    return sum(Right.objects.filter(person=actor.person, act=act).values_list("used", flat=True))


def test_a_sent_idea_is_on_the_board(town):
    idea = town.idea(title="Penkki rantaan", theme=town.themes["puistot"])
    assert list(Idea.objects.visible()) == [idea]
    assert (idea.author_name, idea.state) == ("Aino", State.RECEIVED)
    assert idea.steps.get().state == State.RECEIVED


def test_sending_tells_a_fact_about_the_idea(town):
    idea = town.idea()
    fact = Fact.objects.get(name="idea_sent")
    assert (fact.subject_type, fact.subject_id) == ("raati_ideas.Idea", str(idea.pk))


def test_the_same_key_gives_the_first_idea_again(town):
    fields = {"actor": town.resident(), "component": town.component, "key": new_key()}
    text = {"title": "Penkki", "text": "Rantaan.", "language": "fi"}
    first = send_idea(**fields, **text)
    assert send_idea(**fields, **text) == first
    assert Idea.objects.count() == 1


def test_the_first_answer_is_given_again_after_the_limit_and_the_closing(town):
    town.publish(idea_limit=1)
    fields = {"actor": town.resident(), "component": town.component, "key": new_key()}
    text = {"title": "Penkki", "text": "Rantaan.", "language": "fi"}
    first = send_idea(**fields, **text)
    town.publish(closes_at=clock.now())
    assert send_idea(**fields, **text) == first


def test_the_same_key_with_other_content_is_refused(town):
    fields = {"actor": town.resident(), "component": town.component, "key": new_key()}
    send_idea(**fields, title="Penkki", text="Rantaan.", language="fi")
    with pytest.raises(RuleBroken, match="receipt"):
        send_idea(**fields, title="Pöytä", text="Rantaan.", language="fi")
    assert Idea.objects.count() == 1


def test_each_person_sends_as_many_as_the_board_allows(town):
    town.publish(idea_limit=2)
    for _each in range(2):
        town.idea()
    with pytest.raises(RuleBroken, match="limit"):
        town.idea()
    town.idea(town.resident("Eino"))
    assert Idea.objects.count() == 3


@pytest.mark.parametrize("moment", ["before", "after"])
def test_nothing_is_sent_while_the_board_is_closed(town, moment):
    opens, closes = town.board.opens_at, town.board.closes_at
    at = opens - timedelta(seconds=1) if moment == "before" else closes
    with clock.frozen(at), pytest.raises(RuleBroken, match="closed"):
        town.idea()
    with clock.frozen(closes - timedelta(microseconds=1)):
        town.idea()


def test_a_visitor_cannot_send(town):
    with pytest.raises(Refused):
        town.idea(Actor.guest("device"))
    assert not Idea.objects.exists()


def test_an_idea_names_only_what_the_board_offers(town):
    town.publish(themes=["liikunta"])
    with pytest.raises(RuleBroken, match="choice"):
        town.idea(theme=town.themes["puistot"])
    town.idea(theme=town.themes["liikunta"], area=town.areas["keskusta"])


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"text": ""},
        {"title": " \n"},
        {"language": "xx"},
        {"title": "a" * 121},
        {"text": "a" * 5001},
        {"photo": PHOTO},
    ],
)
def test_an_incomplete_idea_is_refused(town, fields):
    with pytest.raises(RuleBroken):
        town.idea(**fields)
    assert not Right.objects.filter(used__gt=0).exists()


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "e" + "\u0301" * 100])
def test_text_that_cannot_be_kept_is_refused(town, text):
    with pytest.raises(ValidationError):
        town.idea(text=text)


def test_the_first_idea_gives_its_author_a_name(town):
    nameless = Actor.member(make_person("nimeton", shown=False))
    with pytest.raises(RuleBroken, match="name"):
        town.idea(nameless)
    idea = town.idea(nameless, shown_name="Helmi")
    nameless.person.refresh_from_db()
    assert nameless.person.display_name == idea.author_name == "Helmi"


def test_a_name_once_chosen_is_not_changed_by_another_idea(town):
    idea = town.idea(shown_name="Joku Muu")
    assert idea.author_name == "Aino"


def test_an_official_looking_name_is_refused(town):
    with pytest.raises(ValidationError):
        town.idea(Actor.member(make_person("X", shown=False)), shown_name="Kaupunginjohtaja")
    assert not Idea.objects.exists()


def test_staff_enter_an_idea_for_somebody_without_being_its_author(town, staff):
    scribe = Actor.on_behalf(staff["youth_worker"].person, "event")
    idea = town.idea(scribe, shown_name="Päiväkoti Tähti")
    assert (idea.author, idea.author_name, idea.author_kind) == (
        None,
        "Päiväkoti Tähti",
        "on_behalf",
    )
    assert not Right.objects.exists()


def test_a_picture_is_kept_apart_with_its_description(town):
    idea = town.idea(photo=PHOTO, photo_alt="Ranta keväällä")
    with idea.photo.file.open() as file:
        assert file.read() == PHOTO[0]
    assert idea.photo.owner == idea.author


def change(idea: Idea, actor: Actor, **fields) -> Idea:
    same = {"title": idea.title, "text": idea.text, "theme": idea.theme, "area": idea.area}
    return edit_idea(actor=actor, idea=idea, **{**same, **fields})


def test_an_author_edits_and_the_page_can_tell(town):
    idea = change(town.idea(), town.resident(), title="Kaksi penkkiä")
    assert idea.title == "Kaksi penkkiä"
    assert idea.edited_at is not None


def test_an_edit_that_changes_nothing_leaves_no_mark(town):
    assert change(town.idea(), town.resident()).edited_at is None


def test_nobody_else_edits(town):
    with pytest.raises(Refused):
        change(town.idea(), town.resident("Eino"), title="Minun")


def test_an_edit_needs_an_open_board(town):
    idea = town.idea()
    town.publish(closes_at=clock.now())
    with pytest.raises(RuleBroken, match="closed"):
        change(idea, town.resident(), title="Myöhässä")


def test_a_supported_idea_is_not_edited(town):
    idea = town.idea()
    support_idea(actor=town.resident("Eino"), idea=idea)
    with pytest.raises(RuleBroken, match="supported"):
        change(idea, town.resident(), title="Jotain muuta")


def test_withdrawing_gives_every_right_back(town):
    town.publish(idea_limit=1, support_limit=1)
    idea, eino = town.idea(), town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    idea = withdraw_idea(actor=town.resident(), idea=idea)
    assert not idea.is_visible
    assert idea.support_count == 0
    assert not Support.objects.exists()
    assert used(eino, "support") == used(town.resident(), "submit") == 0
    support_idea(actor=eino, idea=town.idea())


def test_withdrawing_twice_is_withdrawing_once(town):
    town.publish(idea_limit=2)
    town.idea()
    idea = town.idea()
    first = withdraw_idea(actor=town.resident(), idea=idea)
    again = withdraw_idea(actor=town.resident(), idea=Idea.objects.get(pk=idea.pk))
    assert again.withdrawn_at == first.withdrawn_at
    assert used(town.resident(), "submit") == 1


def test_nobody_else_withdraws(town, staff):
    for actor in (town.resident("Eino"), staff["administrator"]):
        with pytest.raises(Refused):
            withdraw_idea(actor=actor, idea=town.idea())


def test_a_decided_idea_is_not_withdrawn_and_its_supports_stay(town, staff):
    idea = town.idea()
    support_idea(actor=town.resident("Eino"), idea=idea)
    move_idea(
        actor=staff["communications"], idea=idea, state=State.PASSED_ON, passed_on_to="Seurakunta"
    )
    with pytest.raises(RuleBroken, match="answered"):
        withdraw_idea(actor=town.resident(), idea=idea)
    assert Support.objects.count() == 1
    assert used(town.resident("Eino"), "support") == 1
