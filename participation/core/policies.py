"""Who may: a policy returns quietly or raises Refused with a reason that people can read."""

from django.core.exceptions import PermissionDenied
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


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


def require_member(actor: "object") -> None:
    """Raise Refused, offering to sign in, unless somebody is signed in."""
    if not getattr(actor, "is_member", False):
        raise Refused(_("Sign in to do this. What you have written is kept."), sign_in=True)
