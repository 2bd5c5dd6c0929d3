"""Children at the sign-up and the sign-in: a guardian is asked first (participation.people)."""

from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from participation.core.actors import Actor
from participation.people.guardians.actions import await_consent
from participation.people.guardians.views import child_address
from participation.people.models import GuardianConsent

#: In the session, from the sign-up to the proof of the address: "I am a child".
SAID_SO = "raati_is_child"


def waiting_page(user: Any) -> HttpResponse | None:
    """The page that tells a child what it waits for; None for everybody else."""
    rows = GuardianConsent.objects.filter(person__user=user).exclude(waits_since=None)
    consent = rows.first()
    return HttpResponseRedirect(child_address(consent)) if consent is not None else None


def after_sign_in(request: HttpRequest, user: Any) -> HttpResponse | None:
    """Whoever is a child without a guardian's permission is signed out again, and told why."""
    if request.session.pop(SAID_SO, False):
        await_consent(actor=Actor.signed_in(user))
    page = waiting_page(user)
    if page is not None:
        logout(request)
    return page
