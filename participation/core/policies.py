"""Who may: a policy returns quietly or raises Refused with a reason that people can read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import clock
from .when import moment_text

if TYPE_CHECKING:
    from .models import Component, Person


class Refused(PermissionDenied):
    """This actor may not do this (403). `reason` is translated and shown as it is."""

    def __init__(self, reason: str | Promise, *, sign_in: bool = False) -> None:
        super().__init__(str(reason))
        self.reason = reason
        # Signing in could change the answer: the page offers it.
        self.sign_in = sign_in


def require(condition: bool, reason: str | Promise) -> None:
    """Raise Refused with `reason` unless the condition holds."""
    if not condition:
        raise Refused(reason)


def refusal_of(policy: Callable[..., None], *args: object) -> str:
    """Why `policy` refuses, for showing before the attempt; "" where it lets pass."""
    try:
        policy(*args)
    except Refused as refused:
        return str(refused.reason)
    return ""


def require_member(actor: "object", component: "Component | None" = None) -> None:
    """Raise Refused, offering to sign in, unless somebody is signed in and may write.

    With `component` also those are refused whom a moderator has barred from that place alone.
    """
    if not getattr(actor, "is_member", False):
        raise Refused(_("Sign in to do this. What you have written is kept."), sign_in=True)
    require_not_barred(getattr(actor, "person", None), component)


#: For a person who is barred somewhere: the refusal with its reason, or None where they may write.
BarRule = Callable[["Person", "Component | None"], "Refused | None"]
_bar: BarRule | None = None


def register_bar(rule: BarRule | None) -> None:
    """Let moderation tell where a barred person may not write; without it, nowhere."""
    global _bar
    _bar = rule


def bar_of(person: "Person | None", component: "Component | None" = None) -> Refused | None:
    """What keeps the person from writing here while a moderator has stopped them.

    No query for those who are barred nowhere.
    """
    until = person.barred_until if person is not None else None
    if person is None or until is None or until <= clock.now():
        return None
    if _bar is not None:
        return _bar(person, component)
    return Refused(
        gettext("A moderator has stopped you from taking part until %(when)s. You were told why.")
        % {"when": moment_text(until)}
    )


def require_not_barred(person: "Person | None", component: "Component | None" = None) -> None:
    """Raise what `bar_of` tells."""
    refused = bar_of(person, component)
    if refused is not None:
        raise refused
