"""Identity services (OpenID Connect): signing in with one, and verifying an account with it.

What a service tells is reduced here, before anything is stored: the identifier to keyed
digests, the claims to what they attest. No token, claim or e-mail address of a service is kept.
"""

from collections.abc import Mapping
from typing import Any

import requests
from allauth.account.internal.flows.reauthentication import stash_and_reauthenticate
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal.flows.connect import do_connect
from allauth.socialaccount.models import SocialAccount, SocialLogin
from allauth.socialaccount.providers.base import AuthProcess, ProviderException
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock
from participation.core.actors import Actor
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.people.identity import digests, require_free
from participation.people.identity_claims import read
from participation.people.verifying import verify_by_claims
from participation.people.verifying_facts import from_json

from .impatient import ImpatientSession

_ATTESTED = "raati_attested"


class AttestingProvider(OpenIDConnectProvider):
    """allauth's provider, of which only digests and attested facts come through."""

    def sociallogin_from_response(self, request: HttpRequest, response: Any) -> SocialLogin:
        claims = _joined(response)
        mapping = settings.RAATI_IDENTITY_PROVIDERS.get(self.sub_id) or {"identifier": "sub"}
        found = read(mapping, claims, clock.today())
        if not found.identifier:
            raise ProviderException("The service did not say who it is.")
        known_as = digests(found.identifier, str(mapping.get("namespace") or self.sub_id))
        login = super().sociallogin_from_response(
            request, {"known_as": known_as, "email": claims.get("email")}
        )
        # Suggested in the form; whether it is theirs, a code shows.
        login.email_addresses = []
        login.raati_attested = {"known_as": known_as, "facts": found.facts.to_json()}
        return login

    def extract_uid(self, data: Any) -> str:
        rows = SocialAccount.objects.filter(provider=self.sub_id, uid__in=data["known_as"])
        return rows.values_list("uid", flat=True).first() or data["known_as"][0]

    def extract_extra_data(self, data: Any) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: Any) -> dict[str, Any]:
        return {"email": data["email"]} if isinstance(data["email"], str) else {}

    def extract_email_addresses(self, data: Any) -> list[Any]:
        return []


def _joined(response: Any) -> dict[str, Any]:
    """The claims of both answers; ProviderException when they speak of two people."""
    parts = [response.get("id_token"), response.get("userinfo")]
    told = [part for part in parts if isinstance(part, Mapping)]
    if len({str(part["sub"]) for part in told if "sub" in part}) > 1:
        raise ProviderException("Two answers about two people.")
    return {name: value for part in told for name, value in part.items()}


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | {
        "no_password": gettext_lazy("Set a password first: otherwise you could not sign in."),
        "no_verified_email": gettext_lazy("Verify your e-mail address first."),
    }

    def get_requests_session(self) -> requests.Session:
        return ImpatientSession()

    def get_provider(self, request: HttpRequest, provider: str, client_id: Any = None) -> Any:
        found = super().get_provider(request, provider, client_id=client_id)
        if isinstance(found, OpenIDConnectProvider):
            return AttestingProvider(request, app=found.app)
        return found

    def is_email_verified(self, provider: Any, email: str) -> bool:
        return False

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Before anybody is signed in or stored: what is kept meanwhile, and who may go on."""
        sociallogin.token = None
        sociallogin.state[_ATTESTED] = sociallogin.raati_attested
        if sociallogin.state.get("process") == AuthProcess.CONNECT:
            raise ImmediateHttpResponse(connect(request, sociallogin))
        if not sociallogin.is_existing:
            try:
                require_free(None, sociallogin.raati_attested["known_as"])
            except Refused as refused:
                raise ImmediateHttpResponse(refuse(request, refused)) from None

    def save_user(self, request: HttpRequest, sociallogin: SocialLogin, form: Any = None) -> Any:
        try:
            with transaction.atomic():
                return super().save_user(request, sociallogin, form)
        except IntegrityError:
            # Somebody signed up with the same identity at this very moment.
            raise Refused(_("There is an account with this identity already.")) from None

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        transaction.on_commit(
            lambda: super(SocialAccountAdapter, self).send_notification_mail(*args, **kwargs)
        )

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        return reverse("raati_people:verify")

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Any = None,
        extra_context: Any = None,
    ) -> None:
        if isinstance(exception, requests.RequestException):
            raise ImmediateHttpResponse(provider_down(request))


def verify(user: Any, sociallogin: SocialLogin) -> None:
    """Attest for the user what the service told; raises what `verify_by_claims` raises."""
    attested = sociallogin.state.get(_ATTESTED)
    if attested:
        verify_by_claims(
            actor=Actor.signed_in(user),
            provider=sociallogin.account.provider,
            facts=from_json(attested["facts"]),
            known_as=attested["known_as"],
        )


def connect(request: HttpRequest, sociallogin: SocialLogin) -> HttpResponse:
    """Verify the account that is signed in and tie the service to it: both, or neither.

    Only after a fresh proof that it is its owner who asks.
    """
    kept = sociallogin.serialize()
    try:
        with transaction.atomic():
            verify(request.user, sociallogin)
            do_connect(request, sociallogin)
    except ReauthenticationRequired:
        return stash_and_reauthenticate(request, kept, "accounts.identity.resume_connect")
    except ValidationError:
        messages.error(request, _("Another account is tied to this identity already."))
    except (Refused, RuleBroken) as refused:
        messages.error(request, str(refused.reason))
    else:
        messages.success(request, _("Thank you! Your identity has been checked."))
    return HttpResponseRedirect(_back(sociallogin))


def resume_connect(request: HttpRequest, state: dict[str, Any]) -> HttpResponse:
    """Called by allauth after the proof; the state is ours from `connect`."""
    return connect(request, SocialLogin.deserialize(state))


def _back(sociallogin: SocialLogin) -> str:
    """The page of the ways, which says what came of it and leads on."""
    page = reverse("raati_people:verify")
    then = sociallogin.state.get("next") or ""
    return f"{page}?{urlencode({'next': then})}" if then and then != page else page


def provider_down(request: HttpRequest) -> HttpResponse:
    """Say that the identity provider does not answer and what else can be done."""
    return render(request, "socialaccount/provider_down.html", status=503)


def refuse(request: HttpRequest, refused: Refused) -> HttpResponse:
    """Say why nobody is signed in, and the ways that are left."""
    context = {"reason": refused.reason}
    return render(request, "socialaccount/refused.html", context, status=403)
