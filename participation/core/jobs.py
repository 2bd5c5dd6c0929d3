"""What the clock command does each round: short, idempotent, safe to run twice at once."""

import logging
from collections.abc import Callable

from . import clock
from .models import Heartbeat

logger = logging.getLogger(__name__)
HEARTBEAT = "clock"
_jobs: dict[str, Callable[[], object]] = {}


def every_tick(name: str) -> Callable[[Callable[[], object]], Callable[[], object]]:
    """Decorator: run this function in each round of `raati_clock`."""

    def wrap(function: Callable[[], object]) -> Callable[[], object]:
        _jobs[name] = function
        return function

    return wrap


def run(name: str) -> object:
    """One job alone, by its name; what it raises goes on. KeyError for an unknown name."""
    return _jobs[name]()


def tick() -> dict[str, object]:
    """Run every job once; returns each one's answer. A failing job stops no other."""
    answers: dict[str, object] = {}
    for name, job in _jobs.items():
        try:
            answers[name] = job()
        except Exception as error:  # mails must go although some other job is broken
            logger.exception("The clock's job %s failed.", name)
            answers[name] = error
    Heartbeat.objects.update_or_create(name=HEARTBEAT, defaults={"at": clock.now()})
    return answers
