"""Forms around passkeys, which must bear whatever claims to come from a browser."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn
from cryptography.exceptions import InvalidSignature
from django import forms
from django.utils.translation import gettext_lazy as _

_MALFORMED = (
    ArithmeticError,
    AttributeError,
    InvalidSignature,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
)
_LONGEST = 64_000


@contextmanager
def bearing_anything() -> Iterator[None]:
    """What no browser would send is a wrong answer, not an error of ours."""
    try:
        yield
    except _MALFORMED:
        raise get_adapter().validation_error("incorrect_code") from None


class CredentialField(forms.JSONField):
    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        with bearing_anything():
            if isinstance(value, str) and len(value) > _LONGEST:
                raise ValueError(len(value))
            credential = super().to_python(value)
            if credential is not None and not isinstance(credential, dict):
                raise TypeError(type(credential))
        return credential

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing: an answer holds once, so a page shown again carries none."""
        return None


class _Answer(forms.Form):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        with bearing_anything():
            return super().clean_credential()  # type: ignore[misc]


class LoginWebAuthnForm(_Answer, webauthn.LoginWebAuthnForm):
    credential = CredentialField()


class AuthenticateWebAuthnForm(_Answer, webauthn.AuthenticateWebAuthnForm):
    credential = CredentialField()


class ReauthenticateWebAuthnForm(_Answer, webauthn.ReauthenticateWebAuthnForm):
    credential = CredentialField()


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    name = forms.CharField(
        label=_("Name of the passkey"),
        help_text=_("For example: my phone. Only you see it."),
        max_length=80,
        required=False,
    )
    credential = CredentialField()
    passwordless = forms.BooleanField(
        label=_("Sign in with this alone, without a password"),
        help_text=_("Works on phones and computers that open with a finger, a face or a PIN."),
        initial=True,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = ""

    def clean(self) -> dict[str, Any]:
        with bearing_anything():
            return super().clean()


class EditWebAuthnForm(webauthn.EditWebAuthnForm):
    name = forms.CharField(label=_("Name of the passkey"), max_length=80)
