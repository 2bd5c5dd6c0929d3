"""Sessions that end: their sockets end with them."""

from typing import Any

from django.contrib.auth.signals import user_logged_out

from participation.core.personal_data import register_account_closer

from .publishing import end_session, end_sessions_of


def logged_out(request: Any = None, **_kwargs: Any) -> None:
    """Close the sockets of the session that was signed out, in every process."""
    key = getattr(getattr(request, "session", None), "session_key", None)
    if key:
        end_session(key)


def connect() -> None:
    user_logged_out.connect(logged_out, dispatch_uid="raati_live.logged_out")
    register_account_closer("sockets", end_sessions_of)
