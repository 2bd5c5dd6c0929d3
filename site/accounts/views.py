"""The account pages that allauth does not have, and the few steps done otherwise."""

from typing import Any

from allauth.account import views as account
from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from allauth.account.internal.flows.reauthentication import resume_request
from allauth.account.mixins import NextRedirectMixin
from allauth.core import ratelimit
from allauth.core.internal.httpkit import add_query_params
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.generic import FormView

from . import reauthentication, second_factor
from .forms import ReauthenticateByCodeForm
from .returning import wanted


@login_required
def me(request: HttpRequest) -> HttpResponse:
    """My account: the address, the ways of signing in, and what other apps put here."""
    mine = list(Authenticator.objects.filter(user=request.user))
    codes = [each for each in mine if each.type == Authenticator.Type.RECOVERY_CODES]
    context = {
        "passkeys": [each for each in mine if each.type == Authenticator.Type.WEBAUTHN],
        "has_app": any(each.type == Authenticator.Type.TOTP for each in mine),
        "has_recovery_codes": bool(codes),
        "recovery_codes": sum(len(each.wrap().get_unused_codes()) for each in codes),
        "sessions": len(UserSession.objects.purge_and_list(request.user)),
        "works_in_administration": second_factor.is_staff(request.user),
        "has_services": bool(settings.RAATI_IDENTITY_PROVIDERS),
    }
    return render(request, "accounts/me.html", context)


def menu(request: HttpRequest) -> HttpResponse:
    """The personal corner of the header, fetched after the page that everybody shares."""
    context = {"works_in_administration": second_factor.is_staff(request.user)}
    return render(request, "accounts/menu.html", context)


@login_required
def second_factor_needed(request: HttpRequest) -> HttpResponse:
    """Where staff stand at the administration's door without a second factor."""
    target = wanted(request) or reverse("wagtailadmin_home")
    if not second_factor.is_demanded_of(request.user) or second_factor.is_proven(request):
        return redirect(target)
    methods = get_adapter().get_reauthentication_methods(request.user)
    ways = [method for method in methods if method["id"].startswith("mfa_reauthenticate")]
    # The app's form takes recovery codes too; the passkey is a click away there.
    if ways:
        return redirect(add_query_params(ways[0]["url"], {"next": target}))
    return render(request, "accounts/second_factor.html", {"next": target})


class ReauthenticateByCode(NextRedirectMixin, FormView):
    """It is still you: by a code to the address of an account without a password."""

    form_class = ReauthenticateByCodeForm
    template_name = "accounts/reauthenticate_by_code.html"

    @method_decorator(login_required)
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        methods = get_adapter().get_reauthentication_methods(request.user)
        if not any(method["url"] == request.path for method in methods):
            target = self.passthrough_next_url(methods[0]["url"])
            return redirect(target)
        if refusal := ratelimit.consume_or_429(request, action="reauthenticate", user=request.user):
            return refusal
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "send" in request.POST:
            reauthentication.send_code(request)
            return redirect(self.passthrough_next_url(request.path))
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: ReauthenticateByCodeForm) -> HttpResponse:
        if not reauthentication.accept_code(self.request, form.cleaned_data["code"]):
            form.add_error("code", get_adapter().error_messages["incorrect_code"])
            return self.form_invalid(form)
        return resume_request(self.request) or redirect("account_me")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = reauthentication.is_waiting(self.request)
        return super().get_context_data(waiting=waiting, **kwargs)


class RequestLoginCode(account.RequestLoginCodeView):
    def form_valid(self, form: Any) -> HttpResponse:
        self.request.session["raati_remember"] = form.cleaned_data["remember"]
        return super().form_valid(form)


class _ResendAlike:
    """Send again whatever was sent first, so that a repeat does not tell who has an account."""

    def _resend_form_valid(self, form: Any) -> HttpResponse:
        if self._process.user is None:  # type: ignore[attr-defined]
            self._process.resend = self._send_refusal_again  # type: ignore[attr-defined]
        return super()._resend_form_valid(form)  # type: ignore[misc]

    def _send_refusal_again(self) -> None:
        process = self._process  # type: ignore[attr-defined]
        process.send()
        process.record_resend()
        process.persist()


class ConfirmLoginCode(_ResendAlike, account.ConfirmLoginCodeView):
    pass


class ConfirmEmail(_ResendAlike, account.ConfirmEmailVerificationCodeView):
    pass


# Whoever has no password has to show their mailbox before setting one.
set_password = reauthentication_required(app="allauth.account")(account.password_set)
