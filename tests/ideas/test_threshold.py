"""The board's own promise: enough supports, and the city takes the idea up by a day."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from participation.core.models import Fact
from participation.ideas.actions import (
    answer_idea,
    move_idea,
    promises,
    support_idea,
    withdraw_support,
)
from participation.ideas.models import Idea, Promise, State

pytestmark = pytest.mark.django_db
NAMES = ("Eino", "Helmi", "Kalle", "Liisa")


def support(town, idea: Idea, number: int) -> None:
    for name in NAMES[:number]:
        support_idea(actor=town.resident(name), idea=idea)


def test_below_the_threshold_nothing_is_promised(town):
    town.publish(threshold=3)
    support(town, town.idea(), 2)
    assert not Promise.objects.exists()


def test_reaching_the_threshold_promises_a_day_and_tells_it_once(town):
    town.publish(threshold=3, threshold_days=30)
    idea = town.idea()
    support(town, idea, 4)
    promise = Promise.objects.get()
    assert (promise.idea, promise.threshold, promise.kept_at) == (idea, 3, None)
    assert promise.due_on == localdate(promise.reached_at) + timedelta(days=30)
    fact = Fact.objects.get(name="idea_reached_threshold")
    assert fact.data == {"threshold": 3, "due_on": promise.due_on.isoformat()}


@pytest.mark.parametrize("later", [{"threshold": None}, {"threshold": 9}, {"threshold_days": 5}])
def test_what_was_promised_stays_when_supports_go_or_the_board_changes(town, later):
    town.publish(threshold=2)
    idea = town.idea()
    support(town, idea, 2)
    before = Promise.objects.values().get()
    withdraw_support(actor=town.resident("Eino"), idea=idea)
    town.publish(**later)
    support_idea(actor=town.resident("Eino"), idea=Idea.objects.get())
    support_idea(actor=town.resident("Liisa"), idea=Idea.objects.get())
    assert Promise.objects.values().get() == before


def test_a_threshold_set_below_the_count_is_reached_by_the_next_support(town):
    idea = town.idea()
    support(town, idea, 3)
    town.publish(threshold=2)
    assert not Promise.objects.exists()
    support_idea(actor=town.resident("Liisa"), idea=idea)
    assert Promise.objects.get().threshold == 2


@pytest.mark.parametrize("act", ["move", "answer"])
def test_the_promise_is_kept_when_the_city_takes_the_idea_up(town, staff, act):
    town.publish(threshold=1)
    idea = town.idea()
    support(town, idea, 1)
    actor = staff["communications"]
    if act == "move":
        move_idea(actor=actor, idea=idea, state=State.CONSIDERING)
    else:
        role = {"fi": "Puutarhuri"}
        answer_idea(actor=actor, idea=idea, outcome="accepted", text={"fi": "Kyllä."}, role=role)
    kept = Promise.objects.get().kept_at
    assert kept is not None
    promises.keep(idea)
    assert Promise.objects.get().kept_at == kept


#: What a press costs: the page (2), who presses (2), the idea, the board and its hours (1),
#: the clock (2), the right, the support, the fact, the count.
PRESS = 12


def statements(captured: CaptureQueriesContext) -> int:
    frame = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")
    return sum(not each["sql"].startswith(frame) for each in captured)


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("settings", [{}, {"support_limit": 5, "threshold": 100}])
def test_a_press_asks_the_database_twelve_times_at_most(town, client, htmx, settings):
    town.publish(**settings)
    first, idea = town.idea(), town.idea()
    client.force_login(town.resident("Eino").user)
    headers = {"HX-Request": "true"} if htmx else {}
    client.post(f"/fi/ideat/{first.public_id}/support/", {"on_card": "1"}, headers=headers)
    with CaptureQueriesContext(connection) as captured:
        client.post(f"/fi/ideat/{idea.public_id}/support/", {"on_card": "1"}, headers=headers)
    assert Idea.objects.get(pk=idea.pk).support_count == 1
    assert statements(captured) <= PRESS
