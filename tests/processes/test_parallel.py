"""A form sent many times at once starts one round, with everything in it."""

import pytest

from home.roles import ensure_groups
from participation.core.actors import Actor
from participation.core.models import Component
from participation.core.rounds import start_new_round
from tests.core.test_parallel import at_once
from tests.home.conftest import person_with
from tests.home.trees import Tree

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
TIMES = 4


@pytest.fixture
def tree(wagtail_root):
    ensure_groups()
    return Tree(wagtail_root)


def start(tree, editor, key: str) -> Component:
    return start_new_round(
        actor=Actor.member(editor),
        component=Component.objects.get(key=tree.process.translation_key),
        titles={},
        days=364,
        key=key,
    )


def test_a_double_press_starts_one_round_of_the_whole_process(tree):
    editor = person_with("viestinta@example.org", "communications")
    answers = at_once(lambda n: start(tree, editor, "one-key-for-all"), TIMES)
    assert len({answer.key for answer in answers}) == 1
    for old in (tree.process, tree.board):
        assert Component.objects.filter(previous_round=old.translation_key).count() == 1


def test_without_the_key_there_would_be_several(tree):
    """The seeded fault: without the form's key the checker above must see more than one."""
    editor = person_with("viestinta@example.org", "communications")
    for _time in range(2):
        start(tree, editor, "")
    made = Component.objects.filter(previous_round=tree.process.translation_key)
    assert made.count() == 2
