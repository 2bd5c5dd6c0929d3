"""When and how much: rules are pure and raise RuleBroken with a reason the page shows."""

from collections.abc import Callable
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RuleBroken(Exception):  # noqa: N818 - it names what happened, as Refused does
    """The act is not possible now (409). `code` is for machines, `reason` for people."""

    status = 409

    def __init__(self, code: str, reason: str | Promise) -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason


def reason_of(rule: Callable[..., Any], *args: Any, **kwargs: Any) -> str:
    """Why `rule` would refuse, for showing before the attempt; "" when it would not."""
    try:
        rule(*args, **kwargs)
    except RuleBroken as broken:
        return str(broken.reason)
    return ""


def require_version(expected: int | None, found: int) -> None:
    """Nobody overwrites what they have not seen; None is for callers who looked just now."""
    if expected is not None and expected != found:
        raise RuleBroken(
            "version",
            _("Somebody else has changed this meanwhile. Look at the change, then save again."),
        )
