"""Addresses of the made-up identity service, and what it tells (tests/provider.py starts it)."""

from typing import Any
from urllib.parse import urlencode

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import include, path
from django.utils.html import format_html, format_html_join
from provider import CITIZENS


class Adapter(DefaultOIDCAdapter):
    def get_claims(self, purpose: str, user: Any, client: Any, scopes: Any, **kwargs: Any) -> dict:
        told = super().get_claims(purpose, user, client, scopes, **kwargs)
        # As careless as a service can be: an address that nobody has shown to be theirs.
        return {**told, "email": user.email, "email_verified": True, **CITIZENS[user.username]}


def who(request: HttpRequest) -> HttpResponse:
    """Everybody signs in by their name."""
    then = request.GET.get("next", "/")
    if name := request.GET.get("as"):
        user = User.objects.get(username=name)
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
        return HttpResponseRedirect(then)
    links = format_html_join(
        "",
        '<p><a href="?{}">{}</a></p>',
        ((urlencode({"as": name, "next": then}), name) for name in CITIZENS),
    )
    return HttpResponse(format_html("<h1>Who are you?</h1>{}", links))


urlpatterns = [
    path("who/", who),
    path("accounts/", include("allauth.account.urls")),
    path("", include("allauth.idp.urls")),
]
