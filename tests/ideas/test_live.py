"""What the live channel tells of boards and ideas, and what it never tells."""

import pytest
from wagtail.models import PageViewRestriction

from participation.ideas.actions import (
    answer_idea,
    edit_idea,
    hide_idea,
    move_idea,
    restore_idea,
    support_idea,
    withdraw_idea,
)
from participation.ideas.models import State
from participation.ideas.streams import (
    arrivals_element,
    board_stream,
    element,
    idea_stream,
)
from participation.live.models import Change
from participation.live.reading import read, version_of
from participation.live.registry import kind_of

LANGUAGES = ["fi", "sv"]


def told(stream: str, since: int, *shown: str):
    return read(kind_of(stream), stream, since, shown, LANGUAGES)


def everything(stream: str, *shown: str) -> str:
    batch = told(stream, 0, *shown)
    return str(batch.changes) + str(batch.hints)


def test_a_new_idea_is_announced_without_its_text(town):
    town.idea()
    stream = board_stream(town.component)
    before = version_of(stream)
    idea = town.idea(title="Salainen")
    (change,) = told(stream, before).changes["fi"]
    assert change["op"] == "append"
    assert change["el"] == arrivals_element(town.component)
    assert change["id"] == element(idea, "arrival")
    assert "Salainen" not in change["html"]


@pytest.mark.parametrize("part", ["count", "tally"])
def test_the_count_is_drawn_as_it_is_now(town, part):
    idea = town.idea()
    for name in ("Eino", "Helmi"):
        support_idea(actor=town.resident(name), idea=idea)
    shown = element(idea, part)
    for stream in (board_stream(town.component), idea_stream(idea.public_id)):
        html = told(stream, 0, shown).hints["fi"][shown]
        assert ">2<" in html
        assert ("data-announce" in html) == (part == "count")
        kind = kind_of(stream)
        assert kind.marks({stream: [shown, "idea-x-count", "x"]}) == {(stream, shown): 2}


def test_a_count_of_another_board_is_not_told_here(town):
    other = town.new_board("Toinen taulu")
    idea = town.idea(component=other.component)
    assert told(board_stream(town.component), 0, element(idea, "count")).hints["fi"] == {}


@pytest.mark.parametrize("act", ["move", "answer"])
def test_a_step_is_drawn_on_both_pages(town, staff, act):
    idea = town.idea()
    on_board = version_of(board_stream(town.component))
    if act == "move":
        move_idea(actor=staff["communications"], idea=idea, state=State.CONSIDERING)
    else:
        answer_idea(
            actor=staff["communications"],
            idea=idea,
            outcome=State.ACCEPTED,
            text={"fi": "Kyllä!", "sv": "Ja!"},
            role={"fi": "Puutarhuri"},
        )
    changes = told(idea_stream(idea.public_id), 0).changes
    parts = ["state", "steps"] + (["answer"] if act == "answer" else [])
    assert [each["el"] for each in changes["fi"]] == [element(idea, part) for part in parts]
    if act == "answer":
        assert "Kyllä!" in changes["fi"][-1]["html"]
        assert "Ja!" in changes["sv"][-1]["html"]
    (summary,) = told(board_stream(town.component), on_board).changes["fi"]
    assert summary["el"] == element(idea, "summary")
    assert f'href="/fi/ideat/{idea.path_name}/"' in summary["html"]


def test_an_edit_is_drawn_anew(town):
    idea = town.idea()
    edit_idea(
        actor=town.resident(), idea=idea, title="Uusi nimi", text="Uusi", theme=None, area=None
    )
    assert "Uusi nimi" in everything(idea_stream(idea.public_id))
    assert "Uusi nimi" in everything(board_stream(town.component))


@pytest.mark.parametrize("how", ["hidden", "withdrawn"])
def test_what_is_gone_leaves_every_open_page_and_is_not_told_again(town, staff, how):
    idea = town.idea(title="Salainen otsikko", text="Salainen teksti")
    edit_idea(
        actor=town.resident(),
        idea=idea,
        title="Salainen otsikko 2",
        text="Salainen teksti",
        theme=None,
        area=None,
    )
    if how == "hidden":
        hide_idea(actor=staff["moderator"], idea=idea, reason="personal")
    else:
        withdraw_idea(actor=town.resident(), idea=idea)
    board, page = board_stream(town.component), idea_stream(idea.public_id)
    shown = element(idea, "count")
    for stream in (board, page):
        assert "Salainen" not in everything(stream, shown)
        assert "Aino" not in everything(stream, shown)
        assert told(stream, 0, shown).hints["fi"] == {}
    last = told(board, 0).changes["fi"][-1]
    assert (last["op"], last["el"]) == ("remove", element(idea, "card"))
    article = told(page, 0).changes["fi"][-1]
    assert (article["op"], article["el"]) == ("replace", element(idea))
    assert "data-gone" in article["html"]


def test_a_restored_idea_comes_back(town, staff):
    idea = town.idea(title="Palaa")
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    restore_idea(actor=staff["moderator"], idea=idea, reason="Virhe")
    assert "Palaa" in everything(idea_stream(idea.public_id))


def test_changes_hold_references_only(town, staff):
    idea = town.idea(title="Salainen otsikko")
    support_idea(actor=town.resident("Eino"), idea=idea)
    for change in Change.objects.all():
        row = " ".join(str(value) for value in vars(change).values())
        assert "Salainen" not in row
        assert "Eino" not in row


def test_streams_are_public_while_their_page_is(town):
    idea = town.idea()
    streams = [board_stream(town.component), idea_stream(idea.public_id)]
    assert all(kind_of(stream).is_public(stream) for stream in streams)
    restriction = PageViewRestriction.objects.create(
        page=town.home, restriction_type=PageViewRestriction.LOGIN
    )
    assert not any(kind_of(stream).is_public(stream) for stream in streams)
    restriction.delete()
    town.board.unpublish()
    assert not any(kind_of(stream).is_public(stream) for stream in streams)


@pytest.mark.parametrize("name", ["ideas.x", "idea.x", "ideas.23456789bcdf", "idea.23456789bcdf"])
def test_unknown_streams_are_nobodys(town, name):
    kind = kind_of(name)
    assert not kind.is_public(name)
    assert kind.may_read([1], name) == set()
    assert kind.render(name, []) == {}
    assert kind.now(name, ["idea-x-count"]) == {}


def test_asking_whether_a_stream_is_public_is_one_query(town, django_assert_num_queries):
    stream = board_stream(town.component)
    with django_assert_num_queries(1):
        kind_of(stream).is_public(stream)
