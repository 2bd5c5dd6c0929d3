"""When and how much: rules are pure and raise RuleBroken with a reason the page shows."""

from collections.abc import Callable, Iterable
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


#: Letters that a mark such as "[removed]" may add where something was taken out.
MARK_ROOM = 60


def require_words_taken_out(before: Iterable[str], after: Iterable[str]) -> None:
    """What a moderator lets stay of somebody's words: fewer of them, none of a moderator's own."""
    pairs = list(zip(before, after, strict=True))
    if all(old == new for old, new in pairs):
        raise RuleBroken("same", _("Nothing has been taken out of the text."))
    if any(len(new) > len(old) + MARK_ROOM for old, new in pairs):
        raise RuleBroken("longer", _("Take words out; do not write new ones for the author."))
