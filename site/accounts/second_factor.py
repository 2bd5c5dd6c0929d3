"""Who has to prove more than a password, and whether this session has."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

# Recovery codes only stand in for one of these.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_waived() -> bool:
    """Whether staff may work without a second factor: in the demonstration only."""
    return bool(getattr(settings, "RAATI_DEMO", False)) and not settings.RAATI_STAFF_MFA


def is_staff(user: Any) -> bool:
    """Whether `user` may work in the administration, by flag or by permission."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_staff or user.has_perm("wagtailadmin.access_admin")


def is_demanded_of(user: Any) -> bool:
    """Whether `user` may work in the administration only with a second factor."""
    return not is_waived() and is_staff(user)


def is_set_up(user: Any) -> bool:
    """Whether `user` has a passkey or an authenticator app."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def is_proven(request: HttpRequest) -> bool:
    """Whether this session was opened or confirmed with a second factor.

    A passkey that signs in by itself counts: it wants the device and the
    finger or PIN of its owner.
    """
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)
