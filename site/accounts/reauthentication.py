"""Confirming that it is still you, for those without a password: a code by e-mail."""

import time
from typing import Any
from urllib.parse import urlencode

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.account.models import EmailAddress
from allauth.core.internal.cryptokit import compare_user_code
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest

_KEY = "raati_reauthentication_code"
_ATTEMPTS = 3


def proved_recently(request: HttpRequest) -> bool:
    """Whether any proof of identity in this session is fresh enough for the account's pages."""
    return proved_within(request, app_settings.REAUTHENTICATION_TIMEOUT)


def proved_within(request: HttpRequest, seconds: int) -> bool:
    """Whether this session has shown within so many seconds who is there."""
    records = get_authentication_records(request, request.user)
    return any(time.time() - record["at"] < seconds for record in records)


def way_to_prove(request: HttpRequest, then: str) -> str:
    """The page on which this account proves who is there, leading back to `then`."""
    adapter: Any = get_adapter(request)
    methods = adapter.get_reauthentication_methods(request.user)
    return f"{methods[0]['url']}?{urlencode({REDIRECT_FIELD_NAME: then})}"


def is_waiting(request: HttpRequest) -> bool:
    """Whether a code that still holds was sent to the user of this session."""
    state = request.session.get(_KEY)
    if not state or state["user"] != request.user.pk:
        return False
    return time.time() - state["at"] < app_settings.LOGIN_BY_CODE_TIMEOUT


def send_code(request: HttpRequest) -> None:
    """Send a fresh code to the verified address of the account."""
    adapter: Any = get_adapter(request)
    code = adapter.generate_login_code()
    request.session[_KEY] = {
        "code": code,
        "at": time.time(),
        "failed": 0,
        "user": request.user.pk,
    }
    address = EmailAddress.objects.get_primary_email(request.user)
    adapter.send_mail("account/email/login_code", address, {"request": request, "code": code})


def accept_code(request: HttpRequest, code: str) -> bool:
    """Whether `code` is the one sent; the third wrong one makes it void."""
    if not is_waiting(request):
        return False
    state = request.session[_KEY]
    if not compare_user_code(actual=code, expected=state["code"]):
        state["failed"] += 1
        if state["failed"] >= _ATTEMPTS:
            del request.session[_KEY]
        request.session.modified = True
        return False
    del request.session[_KEY]
    record_authentication(request, request.user, method="code", reauthenticated=True)
    return True
