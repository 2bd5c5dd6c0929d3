"""Allauth's forms with one way of reading addresses and texts of our own."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.socialaccount import forms as social
from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from participation.people import conf

from . import children
from .addresses import MAX_LENGTH, clean_email
from .models import User

PASSWORD_HELP = _("At least 10 characters. A short sentence is easy to remember.")


class AddressField(forms.CharField):
    """An e-mail address, folded before anything looks at it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mail address"))
        kwargs.setdefault(
            "widget",
            forms.EmailInput(
                attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}
            ),
        )
        super().__init__(*args, max_length=4 * MAX_LENGTH, **kwargs)
        self.widget.attrs.pop("maxlength", None)

    def clean(self, value: Any) -> str:
        value = super().clean(value)
        return clean_email(value) if value else value


def without_placeholders(form: forms.BaseForm) -> None:
    """The label stands above the field; a placeholder would only repeat it."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class LoginForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = AddressField(
            widget=forms.EmailInput(
                attrs={"autocomplete": "username webauthn", "autocapitalize": "none"}
            )
        )
        self.fields["password"].help_text = ""
        self.fields["remember"].label = _("Keep me signed in on this device")
        self.order_fields(["login", "password", "remember"])
        without_placeholders(self)


class ChildMixin(forms.Form):
    """Whoever says that they are a child makes an account that waits for a guardian.

    Kept in the session until the address is proved: so the page tells nobody who has an account.
    """

    is_child = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        age = conf.get("CONSENT_AGE")
        if not age:
            del self.fields["is_child"]
            return
        self.fields["is_child"] = self.fields.pop("is_child")
        self.fields["is_child"].label = _("I am under %(age)s years old") % {"age": age}
        self.fields["is_child"].help_text = _(
            "You can take part, too. We ask your guardian first; the next pages tell how."
        )

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        request.session[children.SAID_SO] = bool(self.cleaned_data.get("is_child"))
        return super().try_save(request)  # type: ignore[misc]


class SignupForm(ChildMixin, account.SignupForm):
    email = AddressField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("We send a code there. Nobody else sees the address.")
        self.fields["password1"].help_text = PASSWORD_HELP
        without_placeholders(self)

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        if self.account_already_exists:
            rehearse_signup(self.cleaned_data["password1"])
        return super().try_save(request)


class ServiceSignupForm(ChildMixin, social.SignupForm):
    """An address for an account that signs in with an identity service."""

    email = AddressField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("We send a code there. Nobody else sees the address.")
        without_placeholders(self)


def rehearse_signup(password: str) -> None:
    """Do what storing a new account costs and undo it.

    Otherwise the time of the answer would tell who already has an account.
    """
    email = f"{get_random_string(20).lower()}@example.invalid"
    with transaction.atomic():
        User.objects.create_user(email, password)
        transaction.set_rollback(True)


class RequestLoginCodeForm(account.RequestLoginCodeForm):
    email = AddressField()
    remember = forms.BooleanField(label=_("Keep me signed in on this device"), required=False)


class AddEmailForm(account.AddEmailForm):
    email = AddressField(label=_("New e-mail address"))


class ResetPasswordForm(account.ResetPasswordForm):
    email = AddressField()


class _NewPassword:
    """One field for a new password: what is typed can be shown, so twice is once too many."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = PASSWORD_HELP
        self.fields.pop("password2")
        without_placeholders(self)  # type: ignore[arg-type]


class ResetPasswordKeyForm(_NewPassword, account.ResetPasswordKeyForm):
    pass


class SetPasswordForm(_NewPassword, account.SetPasswordForm):
    pass


class ChangePasswordForm(_NewPassword, account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("The password you have now")
        self.fields["oldpassword"].help_text = ""


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""
        without_placeholders(self)


class CodeMixin:
    """A code as it comes by mail or from an app: a numeric keyboard, no spelling help."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code")
        self.fields["code"].widget.attrs.update(
            {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}
        )
        without_placeholders(self)  # type: ignore[arg-type]


class ConfirmLoginCodeForm(CodeMixin, account.ConfirmLoginCodeForm):
    pass


class ConfirmEmailVerificationCodeForm(CodeMixin, account.ConfirmEmailVerificationCodeForm):
    pass


class ConfirmPasswordResetCodeForm(CodeMixin, account.ConfirmPasswordResetCodeForm):
    pass


class ReauthenticateByCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "autocomplete": "one-time-code",
                "spellcheck": "false",
            }
        ),
    )


class AuthenticateForm(CodeMixin, mfa.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("From your authenticator app, or a recovery code.")


class MFAReauthenticateForm(CodeMixin, mfa.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("From your authenticator app, or a recovery code.")


class ActivateTOTPForm(CodeMixin, totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Code shown by the app")
