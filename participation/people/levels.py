"""When somebody's e-mail address counts as theirs. The site that keeps accounts says so."""

from collections.abc import Callable
from typing import Any

EmailCheck = Callable[[Any], bool]


def _has_address(user: Any) -> bool:
    return bool(address_of(user))


_check: EmailCheck = _has_address
_confirm_address = ""


def address_of(user: Any) -> str:
    """The account's address, whatever the user model calls it."""
    if user is None:
        return ""
    return getattr(user, user.get_email_field_name(), "") or ""


def register_email_check(check: EmailCheck | None, *, confirm_at: str = "") -> None:
    """Let `check` say whether a user's address is confirmed; None: having one is enough.

    `confirm_at` names the address (as reverse() takes it) where a user confirms it.
    """
    global _check, _confirm_address
    _check, _confirm_address = check or _has_address, confirm_at


def has_email(user: Any) -> bool:
    """Whether the user's e-mail address counts as theirs."""
    return _check(user)


def confirm_address() -> str:
    """The name of the address where it is confirmed; "" where the site has none."""
    return _confirm_address
