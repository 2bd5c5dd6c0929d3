"""What holds for every account page, for the administration, and for the cookie between."""

from collections.abc import Callable
from urllib.parse import urlencode

import requests
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from participation.core.policies import Refused

from . import second_factor
from .identity import provider_down, refuse
from .returning import carry, is_account_path, is_unprefixed, language_of, wanted

GetResponse = Callable[[HttpRequest], HttpResponse]
COOKIE = "signed_in"


class AccountPages:
    """Account pages are nobody else's: never stored, and each remembers the way back."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_account_path(request.path_info):
            return self.get_response(request)
        if is_unprefixed(request.path_info) and (language := language_of(wanted(request))):
            translation.activate(language)
            request.LANGUAGE_CODE = language
        response = self.get_response(request)
        carry(request, response)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, requests.RequestException) and is_account_path(request.path_info):
            return provider_down(request)
        if isinstance(exception, Refused) and is_account_path(request.path_info):
            return refuse(request, exception)
        return None


class StaffSecondFactor:
    """No step into the administration on the strength of a password alone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.is_inside(request) and self.is_unproven(request):
            return self.turn_away(request)
        return self.get_response(request)

    def is_unproven(self, request: HttpRequest) -> bool:
        demanded = second_factor.is_demanded_of(request.user)
        return demanded and not second_factor.is_proven(request)

    def is_inside(self, request: HttpRequest) -> bool:
        if not request.path_info.startswith(reverse("wagtailadmin_home")):
            return False
        return request.path_info != reverse("wagtailadmin_logout")

    def turn_away(self, request: HttpRequest) -> HttpResponse:
        scripted = request.headers.get("X-Requested-With") == "XMLHttpRequest"
        if scripted or request.method not in ("GET", "HEAD"):
            refusal = HttpResponseForbidden(
                _("Confirm that it is you with your passkey or authenticator app."),
                content_type="text/plain; charset=utf-8",
            )
            refusal.headers["Cache-Control"] = "private, no-store"
            return refusal
        way = urlencode({"next": request.get_full_path()}, safe="/")
        response = redirect(f"{reverse('account_second_factor')}?{way}")
        response.headers["Cache-Control"] = "private, no-store"
        return response


class SignedInCookie:
    """Keep the cookie `signed_in=1` true, so that scripts know whether to ask for personal bits.

    It says nothing about who, and proves nothing. Only answers that looked at
    the session are touched: they vary by cookie anyway, while a page shared by
    everybody must get neither Set-Cookie nor Vary.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.session.accessed or "public" in response.get("Cache-Control", ""):
            return response
        said = COOKIE in request.COOKIES
        if request.user.is_authenticated:
            # Anew after signing in: the session may live longer than the last.
            if not said or request.session.modified:
                self.say(request, response)
        elif said:
            response.delete_cookie(COOKIE, samesite=settings.SESSION_COOKIE_SAMESITE)
        return response

    def say(self, request: HttpRequest, response: HttpResponse) -> None:
        brief = request.session.get_expire_at_browser_close()
        response.set_cookie(
            COOKIE,
            "1",
            max_age=None if brief else request.session.get_expiry_age(),
            secure=settings.SESSION_COOKIE_SECURE,
            samesite=settings.SESSION_COOKIE_SAMESITE,
        )
