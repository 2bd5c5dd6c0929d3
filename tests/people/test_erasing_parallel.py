"""Erasing somebody twice at once, and beside a write of theirs: with real connections (O-rows)."""

import threading

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from participation.core import personal_data
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.receipts import new_key
from participation.ideas.actions import send_idea
from participation.ideas.models import Idea
from participation.people.privacy import late
from participation.people.privacy.actions import erase_person
from tests.ideas.conftest import make_person
from tests.ideas.test_parallel import _room_for_many, at_once  # noqa: F401

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_many_erasures_at_once_are_one(town):
    aino = make_person("Aino")
    answers = at_once(lambda number: erase_person(actor=Actor.system("t"), person=aino), 8)
    assert sorted(answers) == [False] * 7 + [True]
    assert not get_user_model().objects.filter(email="aino@example.org").exists()
    assert Person.objects.get(pk=aino.pk).erased_at


def test_what_was_sent_at_the_very_moment_keeps_no_name(town, monkeypatch):
    """The write waits for the erasure, comes after it, and the clock empties it."""
    aino = make_person("Aino")
    actor, component, begun = Actor.member(aino), town.component, threading.Event()

    def slowly(person: Person) -> None:
        begun.set()
        # Until the other one waits for this transaction.
        with connection.cursor() as cursor:
            for _try in range(100):
                cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
                if cursor.fetchone()[0]:
                    return
                cursor.execute("SELECT pg_sleep(0.05)")

    monkeypatch.setitem(personal_data._before_erasure, "slowly", slowly)

    def act(number: int) -> object:
        if number == 0:
            return erase_person(actor=Actor.system("t"), person=aino)
        assert begun.wait(10)
        return send_idea(
            actor=actor,
            component=component,
            key=new_key(),
            title="Viime hetken idea",
            text="Lähetetty samalla hetkellä.",
            language="fi",
        )

    at_once(act, 2)
    monkeypatch.delitem(personal_data._before_erasure, "slowly")
    assert Person.objects.get(pk=aino.pk).erased_at
    erased = Person.objects.get(pk=aino.pk).erased_at
    late.erase_what_came_late()
    assert not Idea.objects.filter(author_name="Aino").exists()
    assert Person.objects.get(pk=aino.pk).erased_at == erased
