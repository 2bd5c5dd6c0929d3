"""Worlds: what many tests start from, built once and left standing around them.

A world is a fixture that writes rows and answers with objects. Its rows stay in a
transaction that is open around the tests that ask for it, each of which rolls back to
here; its objects are handed out as copies. Worlds stand on each other: the town on the
empty page tree. What commits for real (`transaction=True`) gets a world of its own.
"""

import copy
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from pytest_django.plugin import blocking_manager_key


@dataclass(frozen=True)
class World:
    name: str
    build: Callable[..., Any]
    below: tuple[str, ...]


@dataclass
class Standing:
    world: World
    held: transaction.Atomic
    value: Any


#: From the lowest up: what stands now in this process.
standing: list[Standing] = []


def shared(build: Callable[..., Any]) -> Any:
    """Make a function that builds a world a fixture.

    Its arguments name the worlds that it stands on; the last one stands on the others.
    """
    names = tuple(inspect.signature(build).parameters)
    world = World(build.__name__, build, names)

    def handed_out(request: pytest.FixtureRequest, db: None) -> Any:
        for each in standing:
            if each.world == world:
                return copy.deepcopy(each.value)
        return build(**{name: request.getfixturevalue(name) for name in names})

    handed_out.__name__, handed_out.__doc__ = build.__name__, build.__doc__
    handed_out._world = world  # type: ignore[attr-defined]
    return pytest.fixture(handed_out)


def asked_for(item: pytest.Item) -> list[World]:
    """The worlds of a test, the lowest first; none for what commits for real."""
    names = getattr(item, "fixturenames", [])
    marker = item.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if commits or "transactional_db" in names or "live_server" in names:
        return []
    return max((chain(item, name) for name in names), key=len, default=[])


def chain(item: pytest.Item, name: str) -> list[World]:
    """The world of that name as this test sees it, after all that it stands on."""
    definitions = item.session._fixturemanager.getfixturedefs(name, item)
    world = getattr(definitions[-1].func, "_world", None) if definitions else None
    if world is None:
        return []
    return [*(chain(item, world.below[-1]) if world.below else []), world]


def stand_for(item: pytest.Item) -> None:
    """Take down what the test has not asked for, and build what it has."""
    wanted = asked_for(item)
    kept = 0
    while kept < min(len(standing), len(wanted)) and standing[kept].world == wanted[kept]:
        kept += 1
    with item.config.stash[blocking_manager_key].unblock():
        take_down(kept)
        for world in wanted[kept:]:
            known = {each.world.name: each.value for each in standing}
            below = {name: copy.deepcopy(known[name]) for name in world.below}
            held = transaction.atomic()
            # As in Django's own TestCase: what must be outermost may stand in a test.
            held._from_testcase = True  # type: ignore[attr-defined]
            held.__enter__()
            try:
                standing.append(Standing(world, held, world.build(**below)))
            except BaseException:
                _undo(held)
                raise
            # Nobody finds what another test, or the building, has left in the cache.
            cache.clear()


def take_down(down_to: int = 0) -> None:
    while len(standing) > down_to:
        _undo(standing.pop().held)


def _undo(held: transaction.Atomic) -> None:
    transaction.set_rollback(True)
    held.__exit__(None, None, None)


def side_by_side(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """The tests in their order, but in each module those on one world together."""
    modules: dict[str, list[pytest.Item]] = {}
    for item in items:
        modules.setdefault(item.nodeid.split("::")[0], []).append(item)
    for each in modules.values():
        yield from sorted(each, key=lambda item: [world.name for world in asked_for(item)])
