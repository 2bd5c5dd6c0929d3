"""When a form's token no longer holds: nothing typed is lost, nothing forged is offered.

Signing in renews the token, so a form that stood open in another tab fails
honestly. Its writer gets the text back with a fresh token. A form that another
site sent must not: the page would ask the victim to confirm the forgery.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .resending import resending
from .shared import private


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """CSRF_FAILURE_VIEW: the text again if this site's own page sent it, else a refusal."""
    return private(render(request, "raati_core/csrf_failure.html", resending(request), status=403))
