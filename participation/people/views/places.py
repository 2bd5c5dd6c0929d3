"""The place of participation that sent somebody here, and the way back to it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from participation.core.models import Component
from participation.core.returning import wanted
from participation.core.signing_in import sign_in_address
from participation.core.visibility import page_for


def place_of(request: HttpRequest, public_id: str) -> tuple[Component, Any]:
    """The place and its page; 404 where this reader may not see the page."""
    component = Component.objects.filter(public_id=public_id).first()
    page = page_for(request, component) if component else None
    if component is None or page is None:
        raise Http404
    return component, page


def back_to(request: HttpRequest, page: Any) -> str:
    """Where the reader came from, else the place's page."""
    return wanted(request) or page.get_url(request) or "/"


def see_other(address: str) -> HttpResponse:
    return HttpResponseRedirect(address, status=303)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in first; this very page comes next, with the way back that it has."""
    return see_other(sign_in_address(request.get_full_path()))
