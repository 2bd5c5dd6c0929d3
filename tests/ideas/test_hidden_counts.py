"""While supporting is open, a board that hides its counts tells them nowhere."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.core import clock
from participation.core.openness import Window
from participation.ideas import counts
from participation.ideas.actions import answer_idea, support_idea
from participation.ideas.fragments import Count, Goal, Tally
from participation.ideas.models import Idea, Promise
from participation.ideas.outcomes import outcomes_below
from participation.ideas.streams import board_stream, element, idea_stream
from participation.ideas.teasers import top
from participation.live.registry import kind_of
from tests import worlds
from tests.ideas.test_live import told

BOARD = "/fi/ideat/"
NAMES = ("Eino", "Helmi", "Kalle", "Liisa", "Niilo", "Oili", "Pauli")
#: A number that nothing else on a page shows.
SUPPORTS = len(NAMES)

pytestmark = pytest.mark.django_db


@worlds.shared
def idea(town):
    town.publish(counts_hidden=True, threshold=SUPPORTS)
    idea = town.idea(title="Penkki rantaan")
    for name in NAMES:
        support_idea(actor=town.resident(name), idea=idea)
    town.idea(title="Toinen")
    return Idea.objects.get(pk=idea.pk)


def after_closing(town):
    return clock.frozen(town.board.closes_at + timedelta(minutes=1))


def text(response) -> str:
    return response.content.decode()


def numbers(html: str) -> list[str]:
    """The counts that a page shows, however it words them."""
    # The threshold that the board names is no count.
    html = re.sub(r'<aside aria-labelledby="now-title">.*?</aside>', "", html, flags=re.DOTALL)
    shown = re.findall(r'r-votes__number">(\d+)<', html)
    words = re.findall(r"(\d+)\s+(?:kannatus|kannatusta|kannattaja|kannattajaa)\b", html)
    return shown + words


def pages(idea: Idea) -> list[str]:
    public = f"{BOARD}{idea.path_name}/"
    looks = ["", "?view=list", "?view=map", "?sort=supported", "?sort=shuffled", "?q=penkki"]
    return [*(BOARD + look for look in looks), public]


def test_no_page_shows_a_count_while_supporting_is_open(town, idea, client):
    for address in pages(idea):
        assert numbers(text(client.get(address))) == [], address
        assert "r-goal__words" not in text(client.get(address)), address


def test_open_data_holds_no_count_either(town, idea, client):
    told = client.get(f"/api/v1/ideas/{idea.public_id}/").json()
    assert told["supports"] is None
    listed = client.get("/api/v1/ideas/").json()["items"]
    assert {each["supports"] for each in listed} == {None}
    board = client.get("/api/v1/boards/").json()["items"][0]
    assert SUPPORTS not in board.values()


def test_after_the_closing_every_page_shows_it(town, idea, client):
    with after_closing(town):
        for address in pages(idea):
            assert str(SUPPORTS) in numbers(text(client.get(address))), address
        assert "r-goal__words--reached" in text(client.get(f"{BOARD}{idea.path_name}/"))


def test_the_order_by_supports_is_not_offered_and_not_heard(town, idea, client):
    assert "sort=supported" not in text(client.get(BOARD))
    first = text(client.get(f"{BOARD}?sort=supported"))
    assert first.index("Toinen") < first.index("Penkki rantaan")
    with after_closing(town):
        first = text(client.get(f"{BOARD}?sort=supported"))
        assert first.index("Penkki rantaan") < first.index("Toinen")


def test_whoever_presses_is_told_no_count_either(town, idea, client):
    client.force_login(town.resident("Raili").user)
    headers = {"HX-Request": "true"}
    for on_card in ("", "1"):
        for act in ("support", "withdraw-support"):
            answer = client.post(
                f"{BOARD}{idea.public_id}/{act}/", {"on_card": on_card}, headers=headers
            )
            assert answer.status_code == 200
            assert numbers(text(answer)) == []
    assert numbers(text(client.get(f"{BOARD}{idea.public_id}/mine/"))) == []
    assert numbers(text(client.get(f"{BOARD}mine/"))) == []


def test_the_author_withdrawing_is_told_no_count(town, idea, client):
    client.force_login(town.resident().user)
    page = text(client.get(f"{BOARD}{idea.public_id}/withdraw/"))
    assert numbers(page) == []
    assert str(SUPPORTS) not in re.findall(r"<p>[^<]*<", page)


@pytest.mark.parametrize("part", ["count", "tally", "goal"])
def test_no_live_frame_carries_it(town, idea, part):
    shown = element(idea, part)
    for stream in (board_stream(town.component), idea_stream(idea.public_id)):
        assert told(stream, 0, shown).hints["fi"] == {}
        assert kind_of(stream).marks({stream: [shown]}) == {}
        assert f">{SUPPORTS}<" not in str(told(stream, 0, shown).changes)


def test_a_support_is_not_even_hinted_at(town, idea, monkeypatch):
    hinted: list[str] = []
    monkeypatch.setattr("participation.ideas.announce.hint", lambda *given: hinted.append(given))
    support_idea(actor=town.resident("Raili"), idea=idea)
    assert hinted == []


@pytest.mark.parametrize("piece", [Count, Tally, Goal])
def test_a_fragment_by_itself_hides_it(town, idea, piece):
    assert str(SUPPORTS) not in re.sub(r"<[^>]+>", "", piece(idea).html("fi"))


def test_teasers_and_outcomes_elsewhere_hide_it(town, idea, staff):
    assert [each["idea"].title for each in top(town.board, 2)] == ["Toinen", "Penkki rantaan"]
    assert all(each["count_hidden"] for each in top(town.board, 2))
    role = {"fi": "Puutarhuri"}
    answer_idea(
        actor=staff["communications"],
        idea=idea,
        outcome="accepted",
        text={"fi": "Kyllä"},
        role=role,
    )
    assert [each["count_hidden"] for each in outcomes_below(town.home)] == [True]


def test_the_promise_is_made_all_the_same(town, idea):
    assert Promise.objects.get().idea == idea


def test_a_board_that_opens_once_more_keeps_its_counts_until_then(town, idea, monkeypatch):
    now = clock.now()
    later = Window(now + timedelta(days=1), now + timedelta(days=2))
    past = Window(now - timedelta(days=2), now - timedelta(days=1))
    monkeypatch.setattr("participation.core.openness._windows", lambda rows, act: (past, later))
    assert counts.are_hidden(town.component)
    monkeypatch.setattr("participation.core.openness._windows", lambda rows, act: (past,))
    assert not counts.are_hidden(town.component)


def test_asking_costs_nothing_where_counts_are_shown_and_once_where_not(town):
    component = town.component
    with CaptureQueriesContext(connection) as captured:
        assert not counts.are_hidden(component)
    assert len(captured) == 0
    town.publish(counts_hidden=True)
    component = town.component
    with CaptureQueriesContext(connection) as captured:
        assert all(counts.are_hidden(component) for _each in range(20))
    assert len(captured) == 1


def test_without_the_guard_the_pages_would_tell(town, idea, client, monkeypatch):
    """The seeded fault: the numbers are there to be found."""
    monkeypatch.setattr(counts, "are_hidden", lambda component: False)
    assert str(SUPPORTS) in numbers(text(client.get(BOARD)))
