"""The one way to change something: `@action` functions, keyword-only, the actor first."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction

from .actors import Actor

Result = TypeVar("Result")

#: Every action by its name, for documentation and tests.
registry: dict[str, Callable[..., Any]] = {}


def action(name: str) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Make a function the action `name` ("<app>.<verb>"): one transaction, a settled actor.

    Inside, in this order: policy → rule → write → audit → fact. What raises rolls
    everything back. Nothing slow (mail, network) belongs inside.
    """

    def wrap(function: Callable[..., Result]) -> Callable[..., Result]:
        @wraps(function)
        def run(*, actor: Actor, **kwargs: Any) -> Result:
            with transaction.atomic():
                return function(actor=actor.settled(), **kwargs)

        if name in registry:
            raise ValueError(f"Two actions are called {name}.")
        run.act = name  # type: ignore[attr-defined]
        registry[name] = run
        return run

    return wrap
