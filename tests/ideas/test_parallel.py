"""Promises about supporting at once, with real connections on PostgreSQL.

Each guard has a seeded fault: with the guard taken away, the same checker goes red.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Event
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections

from participation.core import openness
from participation.core.actors import Actor
from participation.core.models import Fact, Right
from participation.core.receipts import new_key
from participation.core.rounds import close_now
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    promises,
    send_idea,
    support_idea,
    supporting,
    withdraw_idea,
    withdraw_support,
)
from participation.ideas.models import Idea, Promise, Support
from tests.ideas.conftest import make_person

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 50
CONNECTIONS = 20
ROUNDS = 6


@pytest.fixture(autouse=True)
def _room_for_many() -> Iterator[None]:
    """The test's own pool; the default one has eight connections."""
    options = connection.settings_dict["OPTIONS"]
    before = options.get("pool")
    options["pool"] = {"min_size": 0, "max_size": CONNECTIONS, "timeout": 60}
    _forget_pool()
    yield
    _forget_pool()
    options["pool"] = before


def _forget_pool() -> None:
    connections.close_all()
    connection.close_pool()


def at_once(act: Callable[[int], Any], times: int = AT_ONCE) -> list[Any]:
    """Run `act` in that many threads that start together; answers or exceptions."""
    barrier = Barrier(times)

    def run(number: int) -> Any:
        try:
            barrier.wait(timeout=60)
            return act(number)
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def check() -> list[str]:
    """What does not add up: counters against rows, used rights against supports held."""
    wrong = []
    pairs = Counter(Support.objects.values_list("idea", "person"))
    wrong += [f"{pair} counted {n} times" for pair, n in pairs.items() if n > 1]
    for idea in Idea.objects.all():
        rows = Support.objects.filter(idea=idea).count()
        if idea.support_count != rows:
            wrong.append(f"{idea.pk} says {idea.support_count}, has {rows}")
    held = Counter(Support.objects.values_list("idea__component", "person"))
    for right in Right.objects.filter(act="support"):
        if right.used != held[right.component_id, right.person_id]:
            wrong.append(f"{right.person_id} used {right.used}")
    return wrong


@pytest.mark.parametrize("limit", [None, 1, 3])
def test_one_person_pressing_many_times_at_once_counts_once(town, limit):
    town.publish(support_limit=limit)
    eino = town.resident("Eino")
    for _round in range(ROUNDS):
        idea = town.idea()
        answers = at_once(lambda n, idea=idea: support_idea(actor=eino, idea=idea))
        assert Counter(answers) == {True: 1, False: AT_ONCE - 1}
        assert check() == []
        withdraw_support(actor=eino, idea=idea)


def test_taking_back_many_times_at_once_gives_one_right_back(town):
    idea, eino = town.idea(), town.resident("Eino")
    for name in ("Helmi", "Kalle"):
        support_idea(actor=town.resident(name), idea=idea)
    for _round in range(ROUNDS):
        support_idea(actor=eino, idea=idea)
        answers = at_once(lambda n: withdraw_support(actor=eino, idea=idea))
        assert Counter(answers) == {True: 1, False: AT_ONCE - 1}
        assert check() == []
    assert Support.objects.count() == 2


def test_the_limit_holds_for_many_ideas_at_once(town):
    town.publish(support_limit=3, idea_limit=None)
    ideas = [town.idea() for _each in range(12)]
    eino = town.resident("Eino")
    for _round in range(ROUNDS):
        answers = at_once(lambda n: support_idea(actor=eino, idea=ideas[n % 12]), 36)
        assert Support.objects.filter(person=eino.person).count() == 3
        assert answers.count(True) == 3
        refused = [a for a in answers if isinstance(a, RuleBroken)]
        assert {broken.code for broken in refused} == {"limit"}
        assert answers.count(True) + answers.count(False) + len(refused) == 36
        assert check() == []
        for idea in ideas:
            withdraw_support(actor=eino, idea=idea)


def test_supporting_and_taking_back_at_once_adds_up(town):
    town.publish(support_limit=2)
    ideas = [town.idea() for _each in range(3)]
    people = [town.resident(name) for name in ("Eino", "Helmi", "Kalle", "Liisa")]

    def act(number: int) -> Any:
        acts = (support_idea, withdraw_support)
        return acts[number % 2](actor=people[number % 4], idea=ideas[number % 3])

    for _round in range(ROUNDS):
        answers = at_once(act)
        errors = [a for a in answers if not isinstance(a, bool | RuleBroken)]
        assert errors == []
        assert check() == []


def test_many_people_on_one_idea_are_all_counted(town):
    idea = town.idea()
    people = [Actor.member(make_person(f"P{n}")) for n in range(AT_ONCE)]
    answers = at_once(lambda n: support_idea(actor=people[n], idea=idea))
    assert answers == [True] * AT_ONCE
    idea.refresh_from_db()
    assert idea.support_count == AT_ONCE
    assert check() == []


def test_a_form_sent_many_times_at_once_makes_one_idea(town):
    town.publish(idea_limit=2)
    for number in range(2):
        fields = {"actor": town.resident(), "component": town.component, "key": new_key()}
        text = {"title": f"Penkki {number}", "text": "Rantaan.", "language": "fi"}
        answers = at_once(lambda n, f=fields, t=text: send_idea(**f, **t).pk)
        assert len(set(answers)) == 1, answers
    assert Idea.objects.count() == 2
    with pytest.raises(RuleBroken, match="limit"):
        town.idea()


def test_withdrawing_an_idea_under_supports_leaves_nothing_behind(town):
    town.publish(support_limit=1)
    people = [Actor.member(make_person(f"P{n}")) for n in range(20)]
    for _round in range(3):
        idea = town.idea()

        def act(number: int, idea: Idea = idea) -> Any:
            if number == 10:
                return withdraw_idea(actor=town.resident(), idea=idea)
            return support_idea(actor=people[number % 20], idea=idea)

        answers = at_once(act, 21)
        errors = [a for a in answers if not isinstance(a, bool | RuleBroken | Idea)]
        assert errors == []
        assert not Support.objects.filter(idea=idea).exists()
        assert check() == []


def publisher() -> Actor:
    user = get_user_model().objects.create_superuser("julkaisija@example.org", "osallistu-2026")
    return Actor.signed_in(user)


def test_the_closing_instant_is_exact_under_a_flood(town):
    ideas = [town.idea() for _each in range(4)]
    people = [Actor.member(make_person(f"P{n}")) for n in range(24)]
    staff = publisher()
    component = town.component
    confirmed: list[tuple[int, int]] = []
    late: list[tuple[float, str]] = []
    closed = Event()

    def vote(number: int) -> None:
        for idea in ideas * 10:
            started = time.monotonic()
            try:
                if support_idea(actor=people[number], idea=idea):
                    confirmed.append((idea.pk, people[number].person.pk))
                else:
                    withdraw_support(actor=people[number], idea=idea)
                    confirmed.remove((idea.pk, people[number].person.pk))
            except RuleBroken as broken:
                late.append((started, broken.code))
                if closed.is_set():
                    return

    def run(number: int) -> Any:
        if number < 24:
            return vote(number)
        # In the middle of the flood, however slowly it comes.
        deadline = time.monotonic() + 20
        while len(confirmed) < 12 and time.monotonic() < deadline:
            time.sleep(0.01)
        instant = close_now(actor=staff, component=component)
        closed.set()
        return instant

    answers = at_once(run, 25)
    instant = answers[-1]
    assert answers[:-1] == [None] * 24
    rows = set(Support.objects.values_list("idea", "person"))
    assert set(confirmed) == rows
    assert len(confirmed) == len(rows) > 0
    assert late, "The flood ended before the closing."
    assert {code for _started, code in late} == {"closed"}
    assert all(support.at < instant for support in Support.objects.all())
    assert check() == []
    with pytest.raises(RuleBroken, match="closed"):
        support_idea(actor=town.resident("Eino"), idea=ideas[0])


@contextmanager
def _support_that_lingers(monkeypatch) -> Iterator[tuple[Event, Event]]:
    """A support that has been let in and does not go on until it is told to."""
    inside, go_on = Event(), Event()
    take = supporting.take

    def slow(**given: Any) -> None:
        inside.set()
        go_on.wait(5)
        take(**given)

    monkeypatch.setattr(supporting, "take", slow)
    yield inside, go_on
    go_on.set()


def _close_during_a_support(town, monkeypatch) -> tuple[Any, Any]:
    """When the support was counted, and when the board was closed meanwhile."""
    idea, eino, staff, component = town.idea(), town.resident("Eino"), publisher(), town.component
    with _support_that_lingers(monkeypatch) as (inside, go_on), ThreadPoolExecutor(2) as pool:

        def run(act: Callable[[], Any]) -> Any:
            try:
                return act()
            finally:
                connections.close_all()

        support = pool.submit(run, lambda: support_idea(actor=eino, idea=idea))
        assert inside.wait(20)
        closing = pool.submit(run, lambda: close_now(actor=staff, component=component))
        time.sleep(0.7)
        go_on.set()
        assert support.result(30) is True
        return Support.objects.get().at, closing.result(30)


def test_a_closing_waits_for_a_support_that_was_let_in(town, monkeypatch):
    counted, closed = _close_during_a_support(town, monkeypatch)
    assert counted < closed


def test_without_the_shared_lock_a_support_comes_after_the_closing(town, monkeypatch):
    """The seeded fault: the checker above must be able to fail."""
    lineage = openness.lineage
    monkeypatch.setattr(openness, "lineage", lambda component, lock=False: lineage(component))
    counted, closed = _close_during_a_support(town, monkeypatch)
    assert counted > closed


def test_without_right_and_constraint_the_checker_notices(town, monkeypatch):
    """The seeded fault: no locked right, no unique row."""
    (constraint,) = Support._meta.constraints
    with connection.schema_editor() as editor:
        editor.remove_constraint(Support, constraint)
    monkeypatch.setattr(supporting, "take", lambda **given: time.sleep(0.05))
    try:
        idea, eino = town.idea(), town.resident("Eino")

        def notices() -> bool:
            at_once(lambda n: support_idea(actor=eino, idea=idea))
            return any("counted" in each for each in check()) or not Support.objects.all().delete()

        # On a busy machine the fifty may well arrive one after the other.
        assert any(notices() for _round in range(10))
    finally:
        Support.objects.all().delete()
        with connection.schema_editor() as editor:
            editor.add_constraint(Support, constraint)


def test_without_the_right_alone_the_constraint_holds(town, monkeypatch):
    """Besides the lock, the table: a race ends in the constraint."""
    monkeypatch.setattr(supporting, "take", lambda **given: time.sleep(0.05))
    monkeypatch.setattr(supporting, "give_back", lambda **given: None)
    idea, eino = town.idea(), town.resident("Eino")
    at_once(lambda n: support_idea(actor=eino, idea=idea))
    idea.refresh_from_db()
    assert Support.objects.count() == idea.support_count == 1


def test_reaching_the_threshold_many_at_once_makes_one_promise(town):
    town.publish(threshold=10)
    people = [Actor.member(make_person(f"P{n}")) for n in range(30)]
    for _round in range(3):
        idea = town.idea()
        answers = at_once(lambda n, idea=idea: support_idea(actor=people[n], idea=idea), 30)
        assert answers == [True] * 30
        assert Promise.objects.filter(idea=idea).count() == 1
        facts = Fact.objects.filter(name="idea_reached_threshold", subject_id=str(idea.pk))
        assert facts.count() == 1


def test_without_looking_only_the_constraint_keeps_the_promise_single(town, monkeypatch):
    """The seeded fault: who does not look under the lock promises again with each support."""
    monkeypatch.setattr(promises, "_is_promised", lambda idea: False)
    town.publish(threshold=1)
    people = [Actor.member(make_person(f"P{n}")) for n in range(3)]
    idea = town.idea()
    answers = at_once(lambda n: support_idea(actor=people[n], idea=idea), 3)
    assert answers.count(True) == 1
    assert Promise.objects.count() == 1
