"""How this site differs from what allauth does by itself."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import children, second_factor
from .addresses import clean_email
from .reauthentication import proved_recently
from .returning import is_own_path

WAYS = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use an authenticator app or a recovery code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is not in use."),
        "duplicate_email": _("This is already the address of your account."),
        "email_password_mismatch": _("The address and the password do not match."),
        "email_taken": _("There is already an account with this address."),
        "enter_current_password": _("Write the password you have now."),
        "incorrect_code": _("The code is not right. Check it and write it again."),
        "incorrect_password": _("The password is not right."),
        "rate_limited": _("Too many requests. Wait a moment and try again."),
        "same_as_current": _("The new address must differ from the present one."),
        "too_many_login_attempts": _("Too many attempts. Wait a few minutes and try again."),
    }

    def clean_email(self, email: str) -> str:
        return clean_email(email)

    def is_safe_url(self, url: str) -> bool:
        return is_own_path(url)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address, or the connection's where the header is not to be believed."""
        try:
            return super().get_client_ip(request)
        except (ImproperlyConfigured, PermissionDenied):
            # A header shorter than the chain of proxies, or no address in it:
            # one bucket for such visitors rather than an error or no limit.
            return request.META.get("REMOTE_ADDR") or "127.0.0.1"

    def login(self, request: HttpRequest, user: Any) -> None:
        # What was waiting to be said to the visitor before may name another person.
        list(messages.get_messages(request))
        super().login(request, user)
        if not request.session.get("_session_expiry"):
            # Unless asked to, no device remembers: libraries have shared ones.
            remembered = request.session.pop("raati_remember", False)
            request.session.set_expiry(settings.SESSION_COOKIE_AGE if remembered else 0)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        response = super().post_login(request, user, **kwargs)
        return children.after_sign_in(request, user) or response

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return children.waiting_page(user) or super().respond_user_inactive(request, user)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        # Addresses in mails come from the settings, never from the Host header.
        own = {key: absolute(value) for key, value in context.items() if key.endswith("_url")}
        site = {"name": settings.WAGTAIL_SITE_NAME, "domain": urlsplit(settings.BASE_URL).netloc}
        super().send_mail(template_prefix, email, {**context, **own, "current_site": site})

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_me")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return reverse("account_me")

    def is_login_by_code_required(self, login: Any) -> bool:
        """Ask staff without a second factor for a code from their mailbox too.

        Whoever merely knows the password must not be the one who sets up the
        second factor.
        """
        if super().is_login_by_code_required(login):
            return True
        user = login.user
        if user is None or not second_factor.is_demanded_of(user):
            return False
        records = get_authentication_records(self.request, user)
        by_password = bool(records) and records[-1]["method"] == "password"
        return by_password and not second_factor.is_set_up(user)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        user = self.request.user
        if app == "allauth.socialaccount" and proved_recently(self.request):
            # allauth would not count the sign-in itself.
            return False
        if not get_reauthentication_flows(user) and not proved_recently(self.request):
            # allauth lets whoever has neither password nor passkey pass.
            raise ReauthenticationRequired
        return super().is_reauthentication_required(app=app, **kwargs)

    def get_reauthentication_methods(self, user: Any) -> list[dict]:
        methods = super().get_reauthentication_methods(user)
        for method in methods:
            method["description"] = WAYS[method["id"]]
        if methods or not user.is_authenticated:
            return methods
        return [
            {
                "id": "raati_code",
                "description": _("Use a code from your e-mail"),
                "url": reverse("account_reauthenticate_by_code"),
            }
        ]


class MFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Your work in the administration needs this. Add another way first."
        ),
        "incorrect_code": _("The code is not right. Check it and write it again."),
        "unverified_email": _("Verify your e-mail address first."),
    }

    def get_totp_issuer(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def build_totp_svg(self, url: str) -> str:
        """The drawing alone, to stand in the page: a data address would need a wider CSP."""
        svg = super().build_totp_svg(url)
        return svg[svg.index("<svg") :]

    def _get_site_name(self) -> str:
        return settings.WAGTAIL_SITE_NAME

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        taken = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("My passkey {number}").format(number=taken + 1)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one of somebody who may not work without."""
        if not second_factor.is_demanded_of(authenticator.user):
            return True
        others = Authenticator.objects.filter(
            user=authenticator.user, type__in=second_factor.FACTORS
        ).exclude(pk=authenticator.pk)
        return others.exists()


def absolute(url: str) -> str:
    """The same path under the site's own address."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{settings.BASE_URL.rstrip('/')}{parts.path}{query}"
