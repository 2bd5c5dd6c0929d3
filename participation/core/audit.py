"""What staff did, in Wagtail's append-only log, inside the action's own transaction."""

from typing import Any

from django.db import models
from django.utils.functional import Promise
from wagtail.log_actions import log

from .actors import Actor

#: Log names by action; registered with Wagtail by wagtail_hooks.py.
_labels: dict[str, tuple[str | Promise, str | Promise]] = {}


def register(name: str, label: str | Promise, message: str | Promise) -> None:
    """Give the log entry of action `name` its label and sentence in the admin."""
    _labels[name] = (label, message)


def registered() -> dict[str, tuple[str | Promise, str | Promise]]:
    return dict(_labels)


def record(actor: Actor, instance: models.Model, name: str, **data: Any) -> None:
    """Write one entry: who, when, what, on which row, with `data` (before/after, reason).

    Never call it for secret votes or anonymous answers: a log would join them.
    """
    log(instance, f"raati.{name}", user=actor.user, data=data)
