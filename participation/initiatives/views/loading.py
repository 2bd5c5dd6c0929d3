"""Loading for a view."""

from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from participation.core.actors import Actor

from ..models import Initiative, InitiativesPage


def initiative_for(actor: Actor, page: InitiativesPage, public_id: str) -> Initiative:
    """The initiative, or 404: unknown, another page's, or not to be seen by this actor."""
    rows = Initiative.objects.visible_to(actor).filter(component=page.component_key)
    return get_object_or_404(rows.with_numbers(), public_id=public_id)


def own_municipality(page: InitiativesPage) -> str:
    """The municipality whose residents count."""
    return page.component.settings.get("municipality", "")


def see_other(address: Any) -> HttpResponse:
    """After a POST: the browser gets the page there."""
    return HttpResponseRedirect(address, status=303)
