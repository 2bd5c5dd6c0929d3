"""What follows from what allauth tells."""

from typing import Any

from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.account.internal.stagekit import unstash_login
from allauth.account.models import EmailAddress
from allauth.account.signals import email_confirmed, user_logged_in
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest

from participation.core.policies import Refused
from participation.core.rules import RuleBroken

from . import identity, second_factor


@receiver(email_confirmed)
def forget_a_strangers_password(
    request: HttpRequest, email_address: EmailAddress, **kwargs: Any
) -> None:
    """Void a password that was set by somebody who may not own the mailbox.

    Otherwise a stranger could sign up with another's address, wait until the
    owner verifies it by signing in with a code, and come in with the password.
    """
    user = email_address.user
    if user.last_login is not None or not user.has_usable_password():
        return
    records = get_authentication_records(request, user)
    login = unstash_login(request, peek=True)
    signed_up_here = login is not None and login.signup and login.user == user
    if signed_up_here or any(record["method"] == "password" for record in records):
        return
    user.set_unusable_password()
    user.save(update_fields=["password"])


@receiver(authenticator_added)
def count_setting_up_as_proof(
    request: HttpRequest, user: Any, authenticator: Authenticator, **kwargs: Any
) -> None:
    """Setting up a second factor takes using it once, so this session has shown it."""
    if authenticator.type in second_factor.FACTORS:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type
        )


@receiver(user_logged_in)
def verify_by_the_service(
    request: HttpRequest, user: Any, sociallogin: Any = None, **kwargs: Any
) -> None:
    """Signed in with an identity service, every other step done: it has told who this is."""
    if sociallogin is None:
        return
    try:
        identity.verify(user, sociallogin)
    except (Refused, RuleBroken) as refused:
        messages.error(request, str(refused.reason))
