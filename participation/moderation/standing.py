"""How a thing stands, and what can be decided about it now."""

from typing import Any

from participation.core.moderatable import Moderatable

from . import rules
from .models import Case, What

#: What needs an author with an account.
_TO_SOMEBODY = (What.WARN, What.BAN)


def offered(kind: Moderatable, thing: Any, case: Case) -> list[What]:
    """The decisions that fit, the gentlest first."""
    fitting = rules.fitting(
        hidden=kind.is_hidden(thing),
        held=kind.is_held(thing),
        gone=kind.is_gone(thing),
        flag=case.is_about_voices,
    )
    if kind.author(thing) is None:
        fitting = [what for what in fitting if what not in _TO_SOMEBODY]
    if case.closed_at is not None:
        fitting = [what for what in fitting if what != What.LEAVE]
    return fitting
