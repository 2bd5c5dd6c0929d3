"""Promises about parallel use, with real connections on PostgreSQL.

Each guard has a seeded fault beside it: without the guard the same test goes red.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections, transaction
from wagtail.models import Page

from participation.core import receipts, rights
from participation.core.actors import Actor
from participation.core.models import Component, Person, Receipt, Right
from participation.core.rules import RuleBroken

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 7


def at_once(act: Callable[[int], object], times: int = AT_ONCE) -> list[object]:
    """Run `act` in that many threads that start together; answers or exceptions."""
    barrier = Barrier(times)

    def run(number: int) -> object:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=20)
            return act(number)
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


@pytest.fixture
def user():
    return get_user_model().objects.create_user("aino@example.org", "a-long-password")


@pytest.fixture
def person(user):
    return Person.objects.create(user=user)


@pytest.fixture
def component(wagtail_root):
    page = wagtail_root.add_child(instance=Page(title="Board", slug="board"))
    return Component.objects.create(key=page.translation_key, kind="test.board", source_page=page)


def test_two_first_acts_at_once_make_one_person(user):
    # Each its own user object, as requests have: one shared by threads shows the others
    # the Person that one of them is about to save.
    users = get_user_model().objects
    people = at_once(lambda n: Actor.signed_in(users.get(pk=user.pk)).settled().person)
    assert {p.pk for p in people} == {Person.objects.get().pk}


def test_a_form_sent_many_times_at_once_is_made_once(person):
    made = []

    def send(number):
        with transaction.atomic():
            return receipts.once(
                actor=Actor.member(person),
                key="the-key-of-the-form",
                act="test.send",
                content={},
                make=lambda: made.append(number) or f"made {number}",
            )

    answers = at_once(send)
    assert len(made) == 1
    assert {answer[0] for answer in answers} == {f"made {made[0]}"}
    assert Receipt.objects.count() == 1


def test_rights_hold_their_limit_when_used_at_once(component, person):
    for limit in (1, 3):
        Right.objects.all().delete()
        answers = at_once(
            lambda n, limit=limit: rights.take(
                component=component, person=person, act="support", limit=limit
            )
        )
        # Each right tells how many are used with it: no number twice, none left out.
        taken = sorted(a for a in answers if isinstance(a, int))
        assert taken == list(range(1, limit + 1))
        assert sum(isinstance(a, RuleBroken) for a in answers) == AT_ONCE - limit
        assert Right.objects.get().used == limit


def test_counting_instead_would_not_hold(component, person):
    """The seeded fault: read, compare, write. The checker above must be able to fail."""
    Right.objects.create(component=component, person=person, act="support")
    pause = Barrier(AT_ONCE)

    def count_then_take(number):
        row = Right.objects.get()
        pause.wait(timeout=20)
        if row.used >= 1:
            raise RuleBroken("limit", "")
        row.used += 1
        row.save()

    assert at_once(count_then_take).count(None) > 1
