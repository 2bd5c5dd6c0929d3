"""Whose e-mail address counts as confirmed, for places that ask for one."""

from typing import Any

from allauth.account.models import EmailAddress


def has_confirmed_address(user: Any) -> bool:
    """Whether the address that the account has now has been confirmed."""
    if user is None:
        return False
    return EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists()
