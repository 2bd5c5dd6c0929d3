"""Settings that must not be combined."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def staff_need_a_second_factor(**kwargs: Any) -> list[CheckMessage]:
    if settings.RAATI_STAFF_MFA or getattr(settings, "RAATI_DEMO", False):
        return []
    return [
        Error(
            "RAATI_STAFF_MFA may be off only in the demonstration.",
            hint="Remove RAATI_STAFF_MFA from the environment.",
            id="accounts.E001",
        )
    ]


@register()
def no_second_login_form(**kwargs: Any) -> list[CheckMessage]:
    if "django.contrib.admin" not in settings.INSTALLED_APPS:
        return []
    return [
        Error(
            "django.contrib.admin has a sign-in form of its own that asks no second factor.",
            id="accounts.E002",
        )
    ]
